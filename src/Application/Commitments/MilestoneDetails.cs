using System.Text.Json.Serialization;

namespace PartnershipTracker.Application.Commitments;

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
