namespace PartnershipTracker.Application.Commitments;

/// <param name="Weight">The weight relative to the other milestones; only the proportion counts.</param>
public sealed record MilestoneDraft(string Title, DateOnly DueDate, decimal Weight = 1);
