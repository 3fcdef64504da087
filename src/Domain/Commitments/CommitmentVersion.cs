using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// How a commitment stood from one change to the next: what lists filter by, and the instants of its clocks, so that any question about now
/// can be asked of any day. Written with the change; only <see cref="ValidTo"/> is ever set afterwards.
/// </summary>
public sealed class CommitmentVersion : Entity
{
    private CommitmentVersion()
    {
    }

    /// <param name="from">The moment of the change.</param>
    public CommitmentVersion(Commitment commitment, DateTimeOffset from)
    {
        CommitmentId = commitment.Id;
        Version = commitment.Version;
        ValidFrom = from;
        Status = commitment.Status;
        OrganizationId = commitment.OrganizationId;
        PartnershipId = commitment.PartnershipId;
        Pillar = commitment.Pillar;
        DueDate = commitment.DueDate;
        OriginalDueDate = commitment.OriginalDueDate;
        TimesMoved = commitment.TimesMoved;
        DaysSlipped = commitment.DaysSlipped;
        ReportedCompleteOn = commitment.ReportedCompleteOn;
        AssessedLevel = commitment.AssessedLevel;
        ClosedOn = commitment.ClosedOn;
        SmartScore = commitment.SmartScore;
        SmartLevel = commitment.SmartLevel;
        ReportingFrequency = commitment.ReportingFrequency;
        OverdueAt = commitment.OverdueAt;
        ReportDueAt = commitment.ReportDueAt;
        ReviewDueAt = commitment.ReviewDueAt;
        OffTrackAt = commitment.OffTrackAt;
    }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The commitment's version after the change; a clock that moves by itself leaves it as it was.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>The moment of the next change, which it no longer speaks of; null while it is the current one.</summary>
    public DateTimeOffset? ValidTo { get; private set; }

    public CommitmentStatus Status { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public Pillar? Pillar { get; private set; }

    public DateOnly DueDate { get; private set; }

    public DateOnly OriginalDueDate { get; private set; }

    public int TimesMoved { get; private set; }

    public int DaysSlipped { get; private set; }

    public DateOnly? ReportedCompleteOn { get; private set; }

    public CompletionLevel? AssessedLevel { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public decimal SmartScore { get; private set; }

    public SmartLevel SmartLevel { get; private set; }

    public ReportingFrequency ReportingFrequency { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? ReportDueAt { get; private set; }

    public DateTimeOffset? ReviewDueAt { get; private set; }

    public DateTimeOffset? OffTrackAt { get; private set; }
}
