using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <param name="DayOfWeek">For weekly reports; Monday if left out.</param>
/// <param name="DayOfMonth">For monthly reports, 1 to 31 (the last day of shorter months); the first if left out.</param>
/// <param name="Hour">0 to 23, in the time zone of the schedule.</param>
/// <param name="TimeZone">IANA id.</param>
[Needs(Right.Administer)]
public sealed record ScheduleReport(
    string Name,
    AccountabilityReportFrequency Frequency,
    int Hour,
    string TimeZone,
    IReadOnlyList<string> Recipients,
    DayOfWeek? DayOfWeek = null,
    int? DayOfMonth = null,
    string Language = "en",
    ReportFilter? Filter = null
) : IRequest<ReportScheduleId>, IReportScheduleTerms;

internal sealed class ScheduleReportValidator : AbstractValidator<ScheduleReport>
{
    public ScheduleReportValidator(IVocabulary vocabulary) => this.Terms(vocabulary);
}

internal sealed class ScheduleReportHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<ScheduleReport, ReportScheduleId>
{
    public async Task<ReportScheduleId> Handle(ScheduleReport command, CancellationToken ct)
    {
        var schedule = ReportSchedule.Create(command.ToTerms(), time.GetUtcNow());
        db.ReportSchedules.Add(schedule);
        await db.SaveChangesAsync(ct);
        return schedule.Id;
    }
}
