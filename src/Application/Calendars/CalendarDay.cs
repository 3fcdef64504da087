using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Calendars;

public enum CalendarDayKind
{
    Due,
    Milestone,
    Report,
}

/// <summary>A due date, in the time zone of the organization.</summary>
public sealed record CalendarDay
{
    public CalendarDayKind Kind { get; init; }

    /// <summary>The id of the commitment, the milestone or the reporting period.</summary>
    public Guid Id { get; init; }

    /// <summary>Distinguishes the entries of one day.</summary>
    internal long Seq { get; init; }

    public Guid CommitmentId { get; init; }

    public DateOnly Day { get; init; }

    public string Commitment { get; init; } = "";

    /// <summary>Only for a milestone.</summary>
    public string? Milestone { get; init; }

    public string Organization { get; init; } = "";

    public string Partnership { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    /// <summary>The original due date.</summary>
    public DateOnly OriginalDay { get; init; }

    /// <summary>Increases with every change of the commitment.</summary>
    public int Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}
