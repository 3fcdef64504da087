using PartnershipTracker.Domain.Common;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Reopens a commitment that was closed by mistake.</summary>
[Needs(Right.Review)]
public sealed record ReopenCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class ReopenCommitmentValidator : AbstractValidator<ReopenCommitment>
{
    public ReopenCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class ReopenCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<ReopenCommitment>
{
    public async Task<Unit> Handle(ReopenCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustNotBeAParty(commitment);
        commitment.Reopen(command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
