namespace PartnershipTracker.Domain.Commitments;

/// <summary>
/// Withdrawing and superseding a commitment. Where it is overdue or reported complete, that is a request which a reviewer decides, so that
/// nobody leaves a missed deadline or an unreviewed claim behind by themselves.
/// </summary>
public sealed partial class Commitment
{
    /// <summary>
    /// The day on which it was withdrawn or superseded although its due date had passed without a reviewed completion; null where that is
    /// not so. A fact about that day: it stays counted when the commitment is no longer overdue.
    /// </summary>
    public DateOnly? EndedOverdueOn { get; private set; }

    /// <param name="reason">Shown to the public.</param>
    /// <param name="isPending">Whether another change request about the commitment awaits review.</param>
    /// <returns>The request that a reviewer decides; null where it was withdrawn at once.</returns>
    public ChangeRequest? Withdraw(string reason, bool isPending, DecisionContext context)
    {
        State().WhyNotWithdraw(isPending, context.Now)?.Throw();
        if (State().EndNeedsDecision(context.Now))
            return RequestEnd(ChangeRequestKind.Withdrawal, null, reason, context);

        EndWithoutOutcome(null, reason, context.Now, context);
        return null;
    }

    /// <param name="successorIsActive">Whether the successor is an active commitment of the same partnership.</param>
    /// <param name="isPending">Whether another change request about the commitment awaits review.</param>
    /// <returns>The request that a reviewer decides; null where it was superseded at once.</returns>
    public ChangeRequest? Supersede(
        CommitmentId successorId,
        bool successorIsActive,
        string reason,
        bool isPending,
        DecisionContext context
    )
    {
        State().WhyNotSupersede(isPending, context.Now)?.Throw();
        if (successorId == Id || !successorIsActive)
            throw CommitmentErrors.NoSuccessor();
        if (State().EndNeedsDecision(context.Now))
            return RequestEnd(ChangeRequestKind.Supersession, successorId, reason, context);

        EndWithoutOutcome(successorId, reason, context.Now, context);
        return null;
    }

    private ChangeRequest RequestEnd(ChangeRequestKind kind, CommitmentId? successorId, string reason, DecisionContext context)
    {
        var request = new ChangeRequest(Id, kind, successorId, reason, context);
        AwaitReview(request.ReviewDueAt);
        RecalculateDeadlines(context);
        RaiseSubmitted(request);
        return request;
    }

    /// <param name="askedAt">Whether it was overdue is judged at this time, so that a slow review makes nobody late.</param>
    private void EndWithoutOutcome(CommitmentId? successorId, string reason, DateTimeOffset askedAt, DecisionContext context)
    {
        EndedOverdueOn = Status == CommitmentStatus.Active && DueAt <= askedAt ? context.Today : null;
        SuccessorId = successorId;
        End(successorId is null ? CommitmentStatus.Withdrawn : CommitmentStatus.Superseded, reason, context.Today, context);
        Raise(
            successorId is { } successor
                ? new CommitmentSuperseded(Id, successor, ClosingNarrative!)
                : new CommitmentWithdrawn(Id, ClosingNarrative!)
        );
    }
}
