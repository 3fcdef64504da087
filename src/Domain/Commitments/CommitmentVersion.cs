using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// The state of a commitment from one change to the next: its deadlines and whatever lists filter by, so that every question about now can
/// be asked about any day. Written with the change; only <see cref="ValidTo"/> is set afterwards.
/// </summary>
public sealed class CommitmentVersion : Entity
{
    private CommitmentVersion() { }

    /// <param name="from">The instant of the change.</param>
    public CommitmentVersion(Commitment commitment, DateTimeOffset from)
    {
        CommitmentId = commitment.Id;
        Version = commitment.Version;
        ValidFrom = from;
        Status = commitment.Status;
        OrganizationId = commitment.OrganizationId;
        PartnershipId = commitment.PartnershipId;
        Title = commitment.Title;
        Pillar = commitment.Pillar;
        Themes = commitment.Themes;
        SdgTargets = commitment.SdgTargets;
        CountryCodes = commitment.CountryCodes;
        DueDate = commitment.DueDate;
        OriginalDueDate = commitment.OriginalDueDate;
        TimesMoved = commitment.TimesMoved;
        DaysSlipped = commitment.DaysSlipped;
        ReportedCompleteOn = commitment.ReportedCompleteOn;
        AssessedLevel = commitment.AssessedLevel;
        ClosedOn = commitment.ClosedOn;
        WasAccepted = commitment.WasAccepted;
        EndedOverdueOn = commitment.EndedOverdueOn;
        SmartScore = commitment.SmartScore;
        SmartLevel = commitment.SmartLevel;
        ReportingFrequency = commitment.ReportingFrequency;
        OverdueAt = commitment.OverdueAt;
        ReportDueAt = commitment.ReportDueAt;
        ReviewDueAt = commitment.ReviewDueAt;
        OffTrackAt = commitment.OffTrackAt;
    }

    public CommitmentId CommitmentId { get; private set; }

    /// <summary>The commitment's version after the change; deadlines recalculated because time has passed do not increase it.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>The instant of the next change (exclusive); null while this is the current version.</summary>
    public DateTimeOffset? ValidTo { get; private set; }

    public CommitmentStatus Status { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    public string Title { get; private set; } = "";

    public string? Pillar { get; private set; }

    public IReadOnlyList<string> Themes { get; private set; } = [];

    public IReadOnlyList<string> SdgTargets { get; private set; } = [];

    /// <summary>Also the country of the organization where the commitment names none.</summary>
    public IReadOnlyList<string> CountryCodes { get; private set; } = [];

    public DateOnly? DueDate { get; private set; }

    public DateOnly? OriginalDueDate { get; private set; }

    public int TimesMoved { get; private set; }

    public int DaysSlipped { get; private set; }

    public DateOnly? ReportedCompleteOn { get; private set; }

    public CompletionLevel? AssessedLevel { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public bool WasAccepted { get; private set; }

    public DateOnly? EndedOverdueOn { get; private set; }

    public decimal SmartScore { get; private set; }

    public SmartLevel SmartLevel { get; private set; }

    public ReportingFrequency ReportingFrequency { get; private set; }

    public DateTimeOffset? OverdueAt { get; private set; }

    public DateTimeOffset? ReportDueAt { get; private set; }

    public DateTimeOffset? ReviewDueAt { get; private set; }

    public DateTimeOffset? OffTrackAt { get; private set; }
}
