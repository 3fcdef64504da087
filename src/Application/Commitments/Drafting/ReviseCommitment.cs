using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Replaces all fields of a draft. A milestone keeps its id if its id is given or its title stays the same.</summary>
[Needs(Right.Contribute)]
public sealed record ReviseCommitment(CommitmentId CommitmentId, CommitmentDraft Draft) : IRequest;

internal sealed class ReviseCommitmentValidator : AbstractValidator<ReviseCommitment>
{
    public ReviseCommitmentValidator(IVocabulary vocabulary) =>
        RuleFor(c => c.Draft).SetValidator(new CommitmentDraftValidator(vocabulary, orRetired: true));
}

internal sealed class ReviseCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts, IVocabulary vocabulary)
    : IRequestHandler<ReviseCommitment>
{
    public async Task<Unit> Handle(ReviseCommitment command, CancellationToken ct)
    {
        var commitment = (
            await db.Commitments.VisibleTo(db, user).Include(c => c.ThemeRows).GetAsync(command.CommitmentId, ct)
        ).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        vocabulary.MustBeOffered(VocabularyKind.Pillar, "pillar", [command.Draft.Pillar], commitment.Pillar);
        vocabulary.MustBeOffered(VocabularyKind.Theme, "themes", command.Draft.Themes ?? [], commitment.Themes);
        commitment.Revise(
            await db.Organizations.GetAsync(commitment.OrganizationId, ct),
            command.Draft.ToTerms(),
            await contexts.OfAsync(commitment.OrganizationId, ct)
        );
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
