using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Reports;

[Needs(Right.Administer)]
public sealed record ListReportSchedules(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<ReportScheduleDetails>>,
        ISupportsUpdatedSince;

internal sealed class ListReportSchedulesValidator : AbstractValidator<ListReportSchedules>
{
    public ListReportSchedulesValidator() => this.Paged();
}

internal sealed class ListReportSchedulesHandler(ITrackerDb db) : IRequestHandler<ListReportSchedules, Page<ReportScheduleDetails>>
{
    public Task<Page<ReportScheduleDetails>> Handle(ListReportSchedules query, CancellationToken ct) =>
        db.ReportSchedules.ToPageAsync(query, s => s.Seq, descending: false, page => page.AsDetails(), ct);
}
