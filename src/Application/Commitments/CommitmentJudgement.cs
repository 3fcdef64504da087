using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Computes what is true of a commitment at a given time: overdue, progress, readiness, on time. The rules themselves are in Domain; the
/// aggregate uses <see cref="ProgressPlan"/> and <see cref="SmartReadiness"/>, too.
/// </summary>
internal static class CommitmentJudgement
{
    public static CommitmentDetails JudgedAt(this CommitmentDetails found, DateTimeOffset now)
    {
        var zone = Codes.TimeZone(found.TimeZone);
        var today = DueDay.Today(now, zone);
        var plan = PlanOf(found);
        return found with
        {
            IsOverdue = found.OverdueAt <= now,
            DaysOverdue = DueDay.DaysOverdue(found.DueDate, found.OverdueAt, now, zone),
            DaysOverdueAtEnd = DaysOverdueAtEnd(found.DueDate, found.EndedOverdueOn),
            IsReportOverdue = found.Facts.ReportDueAt <= now,
            IsReviewOverdue = found.Facts.ReviewDueAt <= now,
            IsOffTrack = found.Facts.OffTrackAt <= now,
            Progress = plan.On(today, plan.Actual(found.Facts.LastAcceptedValue, found.Measure)),
            Completion = CompletionOf(found),
            Smart = SmartAnswer.Of(ReadinessOf(found, plan)),
            Milestones =
            [
                .. found.Milestones.Select(m =>
                    m with
                    {
                        IsOverdue = m.OverdueAt <= now,
                        DaysOverdue = DueDay.DaysOverdue(m.DueDate, m.OverdueAt, now, zone),
                    }
                ),
            ],
            Remarks =
                found.Status is CommitmentStatus.Draft or CommitmentStatus.Submitted && found.DueDate < today
                    ? [Remark.Of("commitment.dueInThePast")]
                    : [],
        };
    }

    /// <returns>Days from the due date to the day on which the commitment ended overdue; 0 if it did not.</returns>
    public static int DaysOverdueAtEnd(DateOnly? dueDate, DateOnly? endedOverdueOn) =>
        endedOverdueOn is { } day && dueDate is { } due ? day.DayNumber - due.DayNumber : 0;

    private static ProgressPlan PlanOf(CommitmentDetails found) =>
        new(
            found.Milestones.Select(m => PlannedMilestone.Of(m.DueDate, m.Weight, m.CompletedOn, isDropped: m.DroppedOn is not null)),
            start: found.StartDate,
            due: found.DueDate
        );

    private static SmartReadiness ReadinessOf(CommitmentDetails found, ProgressPlan plan) =>
        SmartReadiness.Of(
            new SmartSubject
            {
                Title = found.Title,
                Description = found.Description,
                HasContact = found.Facts.HasContact,
                Measure = found.Measure,
                Funding = found.Funding,
                Context = new CommitmentContext(
                    TargetGroup: found.TargetGroup,
                    Place: found.Place,
                    Resources: found.Resources,
                    FundingStatus: found.FundingStatus,
                    Risks: found.Risks,
                    StatedNeed: found.StatedNeed
                ),
                Pillar = found.Pillar,
                Themes = found.Themes,
                StatesCountry = found.CountryCodes.Count > 0,
                StartDate = found.StartDate,
                HasMilestone = plan.HasMilestones,
                HasSdgTarget = found.SdgTargets.Count > 0,
                HasDueDate = found.DueDate is not null,
            }
        );

    /// <summary>What may be done with the commitment follows from this state.</summary>
    public static CommitmentState State(this CommitmentDetails found) =>
        new()
        {
            Status = found.Status,
            OverdueAt = found.OverdueAt,
            ReportedCompleteOn = found.ReportedCompleteOn,
            AssessedLevel = found.AssessedLevel,
            HasDueDate = found.DueDate is not null,
            HasSdgTarget = found.SdgTargets.Count > 0,
            SupporterCount = found.Supporters.Count,
        };

    private static CompletionDetails? CompletionOf(CommitmentDetails found) =>
        found.Status is CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted
        && Completion.DayOf(found.ReportedCompleteOn, found.ClosedOn) is { } on
            ? new CompletionDetails(
                on,
                Completion.IsOnTime(found.ReportedCompleteOn, found.ClosedOn, found.DueDate),
                Completion.IsOnTime(found.ReportedCompleteOn, found.ClosedOn, found.OriginalDueDate)
            )
            : null;
}
