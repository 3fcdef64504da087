using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Calendars;

public enum CalendarDayKind
{
    Due,
    Milestone,
    Report,
}

/// <summary>A day on which something is due, as the partner's calendar names it.</summary>
public sealed record CalendarDay
{
    public CalendarDayKind Kind { get; init; }

    /// <summary>Of the commitment, the milestone or the reporting period.</summary>
    public Guid Id { get; init; }

    /// <summary>Tells apart what is due on one day.</summary>
    internal long Seq { get; init; }

    public Guid CommitmentId { get; init; }

    public DateOnly Day { get; init; }

    public string Commitment { get; init; } = "";

    /// <summary>Of a milestone.</summary>
    public string? Milestone { get; init; }

    public string Organization { get; init; } = "";

    public string Partnership { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    /// <summary>The day that was promised first.</summary>
    public DateOnly OriginalDay { get; init; }

    /// <summary>Moves with every change of the commitment.</summary>
    public int Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}
