using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Reports;

/// <summary>Replaces the terms of a schedule, and with them the time of its next run. Reports that were made are not changed.</summary>
[Needs(Right.Administer)]
public sealed record ReviseReportSchedule(
    ReportScheduleId ReportScheduleId,
    string Name,
    AccountabilityReportFrequency Frequency,
    int Hour,
    string TimeZone,
    IReadOnlyList<string> Recipients,
    DayOfWeek? DayOfWeek = null,
    int? DayOfMonth = null,
    string Language = "en",
    ReportFilter? Filter = null
) : IRequest, IReportScheduleTerms
{
    public static ReviseReportSchedule Of(ReportScheduleId id, ScheduleReport terms) =>
        new(
            id,
            terms.Name,
            terms.Frequency,
            terms.Hour,
            terms.TimeZone,
            terms.Recipients,
            terms.DayOfWeek,
            terms.DayOfMonth,
            terms.Language,
            terms.Filter
        );
}

internal sealed class ReviseReportScheduleValidator : AbstractValidator<ReviseReportSchedule>
{
    public ReviseReportScheduleValidator(IVocabulary vocabulary) => this.Terms(vocabulary);
}

internal sealed class ReviseReportScheduleHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ReviseReportSchedule>
{
    public async Task<Unit> Handle(ReviseReportSchedule command, CancellationToken ct)
    {
        var schedule = await db.ScheduleForChangeAsync(user, command.ReportScheduleId, ct);
        schedule.Revise(command.ToTerms(), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
