using PartnershipTracker.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Replaces a commitment with another, active one.</summary>
[Needs(Right.Submit)]
public sealed record SupersedeCommitment(CommitmentId CommitmentId, CommitmentId SuccessorId, string Reason) : IRequest;

internal sealed class SupersedeCommitmentValidator : AbstractValidator<SupersedeCommitment>
{
    public SupersedeCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class SupersedeCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<SupersedeCommitment>
{
    public async Task<Unit> Handle(SupersedeCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var successorIsActive = await db.Commitments.VisibleTo(db, user).AnyAsync(
            c => c.Id == command.SuccessorId && c.PartnershipId == commitment.PartnershipId && c.Status == CommitmentStatus.Active, ct);
        commitment.Supersede(command.SuccessorId, successorIsActive, command.Reason, await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
