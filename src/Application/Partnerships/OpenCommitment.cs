using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>What may be done with an open commitment, so that its partnership can end or its member can leave.</summary>
public enum OpenCommitmentAction
{
    Close,
    Withdraw,
    Supersede,
    HandOver,
    RemoveSupporter,
}

/// <summary>A draft, a submitted or an active commitment, because of which a partnership cannot end or a member cannot leave.</summary>
public sealed record OpenCommitment
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public CommitmentStatus Status { get; init; }

    public Guid OrganizationId { get; init; }

    public string OrganizationName { get; init; } = "";

    public DateOnly? DueDate { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Reported complete and awaiting review.</summary>
    public bool IsReportedComplete { get; init; }

    /// <summary>Whether a change, withdrawal or replacement was requested and awaits a decision.</summary>
    public bool AwaitsDecision { get; init; }

    /// <summary>
    /// Whether the member that was asked for only supports the commitment; another organization is accountable for it.
    /// </summary>
    public bool IsSupported { get; init; }

    public IReadOnlyList<OpenCommitmentAction> Actions { get; init; } = [];

    /// <param name="leaves">Whether a member leaves, so that another one can take the commitment; not where the partnership ends.</param>
    internal OpenCommitment WithActions(bool leaves) => this with { Actions = [.. ActionsOf(leaves)] };

    /// <summary>
    /// As the commitment itself allows. While it is overdue or reported complete, its end is a request, and there is one request at a time.
    /// </summary>
    private IEnumerable<OpenCommitmentAction> ActionsOf(bool leaves)
    {
        if (IsSupported)
        {
            yield return OpenCommitmentAction.RemoveSupporter;
            yield break;
        }

        var canEnd = !AwaitsDecision || !(IsOverdue || IsReportedComplete);
        if (Status == CommitmentStatus.Active)
            yield return OpenCommitmentAction.Close;
        if (canEnd)
            yield return OpenCommitmentAction.Withdraw;
        if (canEnd && Status is not CommitmentStatus.Draft)
            yield return OpenCommitmentAction.Supersede;
        if (leaves)
            yield return OpenCommitmentAction.HandOver;
    }
}

internal static class OpenCommitments
{
    public static IQueryable<Commitment> WhereOpenIn(this IQueryable<Commitment> commitments, PartnershipId id) =>
        commitments.WhereOpen().Where(c => c.PartnershipId == id);
}
