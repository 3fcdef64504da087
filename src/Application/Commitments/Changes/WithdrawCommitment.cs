using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Withdraws a commitment, or requests that where it is overdue or reported complete, so that a reviewer decides.</summary>
/// <returns>The change request; null where it was withdrawn at once.</returns>
[Needs(Right.Submit)]
public sealed record WithdrawCommitment(CommitmentId CommitmentId, string Reason) : IRequest<ChangeRequestId?>;

internal sealed class WithdrawCommitmentValidator : AbstractValidator<WithdrawCommitment>
{
    public WithdrawCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class WithdrawCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<WithdrawCommitment, ChangeRequestId?>
{
    public async Task<ChangeRequestId?> Handle(WithdrawCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var isPending = await db.ChangeRequests.IsPendingAsync(commitment.Id, milestone: null, ct);
        var request = commitment.Withdraw(command.Reason, isPending, await contexts.OfAsync(commitment.OrganizationId, ct));
        if (request is not null)
            db.ChangeRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return request?.Id;
    }
}
