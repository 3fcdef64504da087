using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>When an outcome counts as taken up; the sweep asks the same in SQL (<c>OutcomeSweepSql</c>).</summary>
internal static class OutcomeConditions
{
    /// <summary>
    /// Commitments with which an organization takes up the outcome that they come from: submitted ones, and those that were accepted.
    /// </summary>
    public static IQueryable<Commitment> WhereTakesUp(this IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.OutcomeId != null && (c.WasAccepted || c.Status == CommitmentStatus.Submitted));
}
