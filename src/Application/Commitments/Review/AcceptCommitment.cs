using PartnershipTracker.Domain.Common;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Reason">Why the commitment is accepted although it is less clear than required; needed only in that case.</param>
[Needs(Right.Decide)]
public sealed record AcceptCommitment(CommitmentId CommitmentId, string? Reason = null) : IRequest;

internal sealed class AcceptCommitmentValidator : AbstractValidator<AcceptCommitment>
{
    public AcceptCommitmentValidator() => RuleFor(c => c.Reason).Optional(Limits.Reason);
}

internal sealed class AcceptCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<AcceptCommitment>
{
    public async Task<Unit> Handle(AcceptCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustNotBeAParty(commitment);
        commitment.Accept(command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
