using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Records how far a stakeholder group agrees with an outcome, and why.</summary>
/// <param name="Group">The code of a group that the dialogue invites.</param>
/// <param name="Reason">Needed for reservations and for disagreement.</param>
[Needs(Right.Organize)]
public sealed record StateAgreement(DialogueId DialogueId, OutcomeId OutcomeId, string Group, AgreementLevel Level, string? Reason = null)
    : IRequest;

internal sealed class StateAgreementValidator : AbstractValidator<StateAgreement>
{
    public StateAgreementValidator(IVocabulary vocabulary)
    {
        RuleFor(a => a.Group)
            .RequiredLine(Limits.VocabularyCode)
            .DependentRules(() =>
                RuleFor(a => (string?)a.Group)
                    .IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true)
                    .OverridePropertyName(nameof(StateAgreement.Group))
            );
        RuleFor(a => a.Level).IsKnownValue();
        RuleFor(a => a.Reason).Optional(Limits.Text);
    }
}

internal sealed class StateAgreementHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<StateAgreement>
{
    public async Task<Unit> Handle(StateAgreement command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var outcome = (await db.Outcomes.GetAsync(dialogue.Id, command.OutcomeId, ct)).MustBeExpectedBy(user);
        outcome.State(dialogue, command.Group, command.Level, command.Reason, user.Actor, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
