namespace PartnershipTracker.Application.Commitments;

/// <param name="Weight">The weight relative to the other milestones; only the proportion counts.</param>
/// <param name="Id">
/// The id of a milestone of this draft, which is then changed and keeps its id. Left out, a milestone with the same title keeps its id, and
/// any other is new.
/// </param>
public sealed record MilestoneDraft(string Title, DateOnly DueDate, decimal Weight = 1, Guid? Id = null);
