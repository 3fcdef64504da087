using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Submit)]
public sealed record WithdrawCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class WithdrawCommitmentValidator : AbstractValidator<WithdrawCommitment>
{
    public WithdrawCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class WithdrawCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<WithdrawCommitment>
{
    public async Task<Unit> Handle(WithdrawCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        commitment.Withdraw(command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
