using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>The proposer replaces what is proposed, while the board has not decided. The day for the decision stays.</summary>
[Needs(Right.Propose)]
public sealed record ReviseInitiative(InitiativeId InitiativeId, InitiativeDraft Draft) : IRequest;

internal sealed class ReviseInitiativeValidator : AbstractValidator<ReviseInitiative>
{
    public ReviseInitiativeValidator(IVocabulary vocabulary) =>
        RuleFor(i => i.Draft).SetValidator(new InitiativeDraftValidator(vocabulary));
}

internal sealed class ReviseInitiativeHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary) : IRequestHandler<ReviseInitiative>
{
    public async Task<Unit> Handle(ReviseInitiative command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var terms = command.Draft.ToTerms();
        vocabulary.MustBeOffered(VocabularyKind.Pillar, "pillar", [terms.Pillar], initiative.Pillar);
        vocabulary.MustBeOffered(VocabularyKind.Theme, "themes", terms.Themes, initiative.Themes);
        if (terms.OrganizationId != initiative.OrganizationId)
            await db.MustCarryAsync(user, terms.OrganizationId, ct);
        initiative.Revise(terms, user.AsFiler());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
