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

    /// <summary>The day on which an approved change request dropped the milestone; it no longer counts.</summary>
    public DateOnly? DroppedOn { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Days since the due date, in the organization's time zone; 0 if the milestone is not overdue.</summary>
    public int DaysOverdue { get; init; }

    [JsonIgnore]
    public DateTimeOffset? OverdueAt { get; init; }
}
