using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Proposes an initiative. The board answers within <c>Rules:InitiativeDays</c>.</summary>
[Needs(Right.Propose)]
public sealed record ProposeInitiative(InitiativeDraft Draft) : IRequest<InitiativeId>;

internal sealed class ProposeInitiativeValidator : AbstractValidator<ProposeInitiative>
{
    public ProposeInitiativeValidator() => RuleFor(i => i.Draft).SetValidator(new InitiativeDraftValidator());
}

internal sealed class ProposeInitiativeHandler(ITrackerDb db, ICurrentUser user, AccountabilityRules rules, TimeProvider time)
    : IRequestHandler<ProposeInitiative, InitiativeId>
{
    public async Task<InitiativeId> Handle(ProposeInitiative command, CancellationToken ct)
    {
        var terms = command.Draft.ToTerms();
        await db.MustCarryAsync(user, terms.OrganizationId, ct);
        var isEarlyCareer = await db.IsEarlyCareerAsync(user, ct);
        var initiative = Initiative.Propose(terms, user.AsFiler(), isEarlyCareer, rules.InitiativeDays, time.GetUtcNow());
        db.Initiatives.Add(initiative);
        await db.SaveChangesAsync(ct);
        return initiative.Id;
    }
}
