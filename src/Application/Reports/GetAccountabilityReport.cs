using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>An accountability report with the figures that were sent.</summary>
public sealed record AccountabilityReportDetails(
    Guid Id, Guid ScheduleId, string Name, DateTimeOffset AsOf, string Language, int Recipients, string Subject, string Html, string Text, JsonElement Snapshot);

[Needs(Right.Read)]
public sealed record GetAccountabilityReport(AccountabilityReportId ReportId) : IRequest<AccountabilityReportDetails>;

internal sealed class GetAccountabilityReportHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetAccountabilityReport, AccountabilityReportDetails>
{
    public async Task<AccountabilityReportDetails> Handle(GetAccountabilityReport query, CancellationToken ct)
    {
        var report = await db.AccountabilityReports.AsNoTracking().VisibleTo(user).GetAsync("report", r => r.Id == query.ReportId, ct);
        return new AccountabilityReportDetails(
            report.Id.Value, report.ScheduleId.Value, report.Name, report.AsOf, report.Language, report.Recipients, report.Subject, report.Html, report.Text,
            JsonElement.Parse(report.Snapshot));
    }
}
