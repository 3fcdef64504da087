using System.Text.Json;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Makes and mails one report now. The report and its mails are saved together; a job delivers the mails.</summary>
[Needs(Right.Administer)]
public sealed record RunReportSchedule(ReportScheduleId ReportScheduleId) : IRequest<AccountabilityReportId>;

internal sealed class RunReportScheduleHandler(ITrackerDb db, ReportWriter writer, TimeProvider time)
    : IRequestHandler<RunReportSchedule, AccountabilityReportId>
{
    public async Task<AccountabilityReportId> Handle(RunReportSchedule command, CancellationToken ct)
    {
        var schedule = await db.ReportSchedules.GetAsync("reportSchedule", s => s.Id == command.ReportScheduleId, ct);
        var (snapshot, mail) = await writer.WriteAsync(schedule, ct);

        var now = time.GetUtcNow();
        var report = new AccountabilityReport(
            AccountabilityReportId.New(),
            schedule.Id,
            schedule.Name,
            snapshot.Overview.AsOf,
            schedule.Language,
            schedule.Recipients.Count,
            JsonSerializer.Serialize(snapshot, HistoryJson.Options),
            mail.Subject,
            mail.Html,
            mail.Text
        );
        db.AccountabilityReports.Add(report);
        db.Mails.AddRange(
            schedule.Recipients.Select(recipient => new OutgoingMail(recipient, mail.Subject, mail.Html, mail.Text, now).Of(report.Id))
        );
        schedule.MoveOn(now);
        await db.SaveChangesAsync(ct);
        return report.Id;
    }
}
