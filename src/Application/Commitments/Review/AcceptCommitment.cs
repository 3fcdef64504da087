using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Reason">Why it is accepted although it is not as clear as the gate asks; needed only then.</param>
[Needs(Right.Decide)]
public sealed record AcceptCommitment(CommitmentId CommitmentId, string? Reason = null) : IRequest;

internal sealed class AcceptCommitmentValidator : AbstractValidator<AcceptCommitment>
{
    public AcceptCommitmentValidator() => RuleFor(c => c.Reason).Optional(2000);
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
