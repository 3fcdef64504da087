using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Replaces all fields of a draft. A milestone keeps its id if its id is given or its title stays the same.</summary>
[Needs(Right.Contribute)]
public sealed record ReviseCommitment(CommitmentId CommitmentId, CommitmentDraft Draft) : IRequest;

internal sealed class ReviseCommitmentValidator : AbstractValidator<ReviseCommitment>
{
    public ReviseCommitmentValidator() => RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator());
}

internal sealed class ReviseCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<ReviseCommitment>
{
    public async Task<Unit> Handle(ReviseCommitment command, CancellationToken ct)
    {
        var commitment = (
            await db.Commitments.VisibleTo(db, user).Include(c => c.Targets).GetAsync(command.CommitmentId, ct)
        ).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        commitment.Revise(
            await db.Organizations.GetAsync(commitment.OrganizationId, ct),
            command.Draft.ToTerms(),
            await contexts.OfAsync(commitment.OrganizationId, ct)
        );
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
