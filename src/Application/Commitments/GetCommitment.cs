using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A commitment, whole, as it is answered. Lateness is a judgement of this moment.</summary>
public sealed record CommitmentDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    public string PartnershipName { get; init; } = "";

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public Sector Sector { get; init; }

    /// <summary>IANA id; the due day ends by it.</summary>
    public string TimeZone { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public Pillar? Pillar { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>As stated; empty where the organization's country stands in.</summary>
    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public DateOnly? StartDate { get; init; }

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int TimesMoved { get; init; }

    /// <summary>Days between the original and the current due date; negative when it came forward.</summary>
    public int DaysSlipped { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When it becomes, or became, overdue (UTC); null while the delivery clock stands still.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>The day for which the partner claims completion; nobody else has looked yet.</summary>
    public DateOnly? ReportedCompleteOn { get; init; }

    /// <summary>The last assessment by somebody else; null while nobody has looked.</summary>
    public CompletionLevel? AssessedLevel { get; init; }

    public DateOnly? AssessedOn { get; init; }

    /// <summary>How it stands today against its plan.</summary>
    public ProgressStanding Progress { get; init; } = new(null, null, null, null);

    /// <summary>Behind its plan by more than the margin.</summary>
    public bool IsOffTrack { get; init; }

    /// <summary>The day by which the next report is due; null when none is owed.</summary>
    public DateOnly? ReportDueOn { get; init; }

    public bool IsReportOverdue { get; init; }

    /// <summary>The day by which we owe an answer to the oldest report or request that waits.</summary>
    public DateOnly? ReviewDueOn { get; init; }

    public bool IsReviewOverdue { get; init; }

    /// <summary>For a closed one: the day it was reached, and whether that was by its date.</summary>
    public Reached? Reached { get; init; }

    public Guid? SuccessorId { get; init; }

    /// <summary>How clear the commitment is, by our own rubric.</summary>
    public SmartAnswer Smart { get; init; } = null!;

    /// <summary>Organizations that carry a share of it.</summary>
    public IReadOnlyList<SupporterDetails> Supporters { get; init; } = [];

    public Measure? Measure { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    public Funding? Funding { get; init; }

    public string? TargetGroup { get; init; }

    public string? Place { get; init; }

    public string? Resources { get; init; }

    public string? FundingStatus { get; init; }

    public string? Risks { get; init; }

    public string? StatedNeed { get; init; }

    public string? SourceId { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ClosingNarrative { get; init; }

    public string? ReturnReason { get; init; }

    public IReadOnlyList<MilestoneDetails> Milestones { get; init; } = [];

    /// <summary>What is owed, and the last ones that were: the newest first.</summary>
    public IReadOnlyList<ReportingPeriodDetails> ReportingPeriods { get; init; } = [];

    /// <summary>What is allowed but worth knowing, e.g. that the due date lies in the past.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }

    [JsonIgnore]
    public CommitmentFacts Facts { get; init; } = null!;
}

/// <summary>What the judgements are made of and the answer does not show.</summary>
public sealed record CommitmentFacts(
    DateTimeOffset? ReportDueAt, DateTimeOffset? ReviewDueAt, DateTimeOffset? OffTrackAt, decimal? LastAcceptedValue, bool HasContact);

/// <param name="On">The day of the claim, or of the closing where nothing was claimed.</param>
/// <param name="ByItsDate">By the due date that was agreed last.</param>
/// <param name="ByItsOriginalDate">By the first promised date.</param>
public sealed record Reached(DateOnly On, bool ByItsDate, bool ByItsOriginalDate);

/// <param name="Share">Percent of the whole; null when nobody has said.</param>
public sealed record SupporterDetails(Guid OrganizationId, string OrganizationName, decimal? Share);

/// <summary>A calendar period for which a report is owed.</summary>
public sealed record ReportingPeriodDetails(DateOnly From, DateOnly To, DateOnly DueOn, ReportingPeriodStatus Status, Guid? ReportId);

public sealed record MilestoneDetails
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public DateOnly DueDate { get; init; }

    public DateOnly OriginalDueDate { get; init; }

    public int TimesMoved { get; init; }

    public decimal Weight { get; init; }

    public DateOnly? CompletedOn { get; init; }

    /// <summary>The day it was dropped by an approved request; it counts no more.</summary>
    public DateOnly? DroppedOn { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due day, in the organization's zone; 0 when it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OverdueAt { get; init; }
}

[Needs(Right.Read)]
public sealed record GetCommitment(CommitmentId CommitmentId) : IRequest<CommitmentDetails>;

internal sealed class GetCommitmentHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetCommitment, CommitmentDetails>
{
    private const int ShownPeriods = 12;

    public async Task<CommitmentDetails> Handle(GetCommitment query, CancellationToken ct)
    {
        var rows =
            from c in db.Commitments.VisibleTo(db, user)
            where c.Id == query.CommitmentId
            join o in db.Organizations on c.OrganizationId equals o.Id
            join p in db.Partnerships on c.PartnershipId equals p.Id
            select new CommitmentDetails
            {
                Id = c.Id.Value,
                PartnershipId = p.Id.Value,
                PartnershipName = p.Name,
                OrganizationId = o.Id.Value,
                OrganizationName = o.Name,
                Sector = o.Sector,
                TimeZone = o.TimeZone,
                Status = c.Status,
                Title = c.Title,
                Description = c.Description,
                Pillar = c.Pillar,
                Themes = c.Themes,
                SdgTargets = c.Targets.OrderBy(t => t.Seq).Select(t => t.Code).ToList(),
                CountryCodes = c.Countries.Where(country => country.IsStated).OrderBy(country => country.Seq).Select(country => country.Code).ToList(),
                StartDate = c.StartDate,
                DueDate = c.DueDate,
                OriginalDueDate = c.OriginalDueDate,
                TimesMoved = c.TimesMoved,
                DaysSlipped = c.DaysSlipped,
                OverdueAt = c.OverdueAt,
                AssessedLevel = c.AssessedLevel,
                AssessedOn = c.AssessedOn,
                ReportDueOn = c.ReportDueOn,
                ReviewDueOn = c.ReviewDueOn,
                SuccessorId = c.SuccessorId == null ? null : c.SuccessorId.Value.Value,
                Supporters = c.Supporters.OrderBy(s => s.Seq).Select(s => new SupporterDetails(
                    s.OrganizationId.Value, db.Organizations.Where(x => x.Id == s.OrganizationId).Select(x => x.Name).First(), s.Share)).ToList(),
                Facts = new CommitmentFacts(c.ReportDueAt, c.ReviewDueAt, c.OffTrackAt, c.LastAcceptedValue, db.Contacts.Any(x => x.OrganizationId == o.Id)),
                ReportedCompleteOn = c.ReportedCompleteOn,
                Measure = c.Measure,
                ReportingFrequency = c.ReportingFrequency,
                Funding = c.Funding,
                TargetGroup = c.Context.TargetGroup,
                Place = c.Context.Place,
                Resources = c.Context.Resources,
                FundingStatus = c.Context.FundingStatus,
                Risks = c.Context.Risks,
                StatedNeed = c.Context.StatedNeed,
                SourceId = c.SourceId,
                ClosedOn = c.ClosedOn,
                ClosingNarrative = c.ClosingNarrative,
                ReturnReason = c.ReturnReason,
                Milestones = c.Milestones.OrderBy(m => m.DueDate).ThenBy(m => m.Seq).Select(m => new MilestoneDetails
                {
                    Id = m.Id.Value,
                    Title = m.Title,
                    DueDate = m.DueDate,
                    OriginalDueDate = m.OriginalDueDate,
                    TimesMoved = m.TimesMoved,
                    Weight = m.Weight,
                    DroppedOn = m.DroppedOn,
                    CompletedOn = m.CompletedOn,
                    OverdueAt = m.OverdueAt,
                }).ToList(),
                UpdatedAt = c.UpdatedAt,
                Version = c.Version,
            };
        var found = await rows.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("commitment");
        return Judge(found with { ReportingPeriods = await PeriodsAsync(query.CommitmentId, ct) }, time.GetUtcNow());
    }

    /// <summary>By itself: within the query above, the limit would make the database number the periods of all commitments first.</summary>
    private Task<List<ReportingPeriodDetails>> PeriodsAsync(CommitmentId id, CancellationToken ct) =>
        db.ReportingPeriods.Where(p => p.CommitmentId == id).OrderByDescending(p => p.From).Take(ShownPeriods)
            .Select(p => new ReportingPeriodDetails(p.From, p.To, p.DueOn, p.Status, p.ReportId == null ? null : p.ReportId.Value.Value)).ToListAsync(ct);

    private static ProgressStanding StandingOf(CommitmentDetails found, DateOnly today)
    {
        var plan = new ProgressPlan(
            found.Milestones.Where(m => m.DroppedOn is null).Select(m => new PlannedMilestone(m.DueDate, m.Weight, m.CompletedOn is not null)), found.StartDate, found.DueDate);
        return plan.On(today, plan.Done ?? ProgressPlan.PointsOf(found.Facts.LastAcceptedValue, found.Measure?.Baseline, found.Measure?.Target));
    }

    private static Reached? ReachedOf(CommitmentDetails found) =>
        found.Status is CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted && (found.ReportedCompleteOn ?? found.ClosedOn) is { } on
            ? new Reached(on, on <= found.DueDate, on <= found.OriginalDueDate)
            : null;

    private static SmartReadiness ReadinessOf(CommitmentDetails found) => SmartReadiness.Of(new SmartSubject(
        found.Title, found.Description, found.Facts.HasContact, found.Measure, found.Funding,
        new CommitmentContext(found.TargetGroup, found.Place, found.Resources, found.FundingStatus, found.Risks, found.StatedNeed),
        found.Pillar, found.Themes, found.CountryCodes.Count > 0, found.StartDate, found.Milestones.Any(m => m.DroppedOn is null)));

    /// <summary>Answers the questions about now.</summary>
    private static CommitmentDetails Judge(CommitmentDetails found, DateTimeOffset now)
    {
        var today = DueDay.Today(now, Codes.TimeZone(found.TimeZone));
        return found with
        {
            IsOverdue = found.OverdueAt <= now,
            DaysOverdue = Lateness.Days(found.OverdueAt, found.DueDate, now, today),
            IsReportOverdue = found.Facts.ReportDueAt <= now,
            IsReviewOverdue = found.Facts.ReviewDueAt <= now,
            IsOffTrack = found.Facts.OffTrackAt <= now,
            Progress = StandingOf(found, today),
            Reached = ReachedOf(found),
            Smart = SmartAnswer.Of(ReadinessOf(found)),
            Milestones = [.. found.Milestones.Select(m => m with
            {
                IsOverdue = m.OverdueAt <= now,
                DaysOverdue = Lateness.Days(m.OverdueAt, m.DueDate, now, today),
            })],
            Remarks = found.Status is CommitmentStatus.Draft or CommitmentStatus.Submitted && found.DueDate < today ? [Remark.Of("commitment.dueInThePast")] : [],
        };
    }
}

internal static class Lateness
{
    public static int Days(DateTimeOffset? overdueAt, DateOnly dueDate, DateTimeOffset now, DateOnly today) =>
        overdueAt <= now ? today.DayNumber - dueDate.DayNumber : 0;
}
