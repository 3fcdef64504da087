namespace PartnershipTracker.Application.Commitments;

/// <param name="Weight">Its share of the whole work; only the proportion to the other milestones counts.</param>
public sealed record MilestoneDraft(string Title, DateOnly DueDate, decimal Weight = 1);
