using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record ReturnCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class ReturnCommitmentValidator : AbstractValidator<ReturnCommitment>
{
    public ReturnCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class ReturnCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<ReturnCommitment>
{
    public async Task<Unit> Handle(ReturnCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustNotBeAParty(commitment);
        commitment.Return(command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
