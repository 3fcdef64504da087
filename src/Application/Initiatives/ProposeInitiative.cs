using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Proposes an initiative. The board answers within <c>Rules:InitiativeDays</c>.</summary>
[Needs(Right.Propose)]
public sealed record ProposeInitiative(InitiativeDraft Draft) : IRequest<InitiativeId>;

internal sealed class ProposeInitiativeValidator : AbstractValidator<ProposeInitiative>
{
    public ProposeInitiativeValidator(IVocabulary vocabulary) =>
        RuleFor(i => i.Draft).SetValidator(new InitiativeDraftValidator(vocabulary));
}

internal sealed class ProposeInitiativeHandler(
    ITrackerDb db,
    ICurrentUser user,
    IVocabulary vocabulary,
    AccountabilityRules rules,
    TimeProvider time
) : IRequestHandler<ProposeInitiative, InitiativeId>
{
    public async Task<InitiativeId> Handle(ProposeInitiative command, CancellationToken ct)
    {
        var terms = command.Draft.ToTerms();
        vocabulary.MustBeOffered(VocabularyKind.Pillar, "pillar", [terms.Pillar]);
        vocabulary.MustBeOffered(VocabularyKind.Theme, "themes", terms.Themes);
        await db.MustCarryAsync(user, terms.OrganizationId, ct);
        var isEarlyCareer = await db.IsEarlyCareerAsync(user, ct);
        var initiative = Initiative.Propose(terms, user.AsFiler(), isEarlyCareer, rules.InitiativeDays, time.GetUtcNow());
        db.Initiatives.Add(initiative);
        await db.SaveChangesAsync(ct);
        return initiative.Id;
    }
}
