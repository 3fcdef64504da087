using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>States how far the group agrees for which the holder of the link speaks.</summary>
/// <param name="Reason">Needed for reservations and for disagreement.</param>
[Needs(Right.UseLink)]
public sealed record StateAgreementByLink(string Token, OutcomeId OutcomeId, AgreementLevel Level, string? Reason) : IRequest;

internal sealed class StateAgreementByLinkValidator : AbstractValidator<StateAgreementByLink>
{
    public StateAgreementByLinkValidator()
    {
        RuleFor(a => a.Level).IsKnownValue();
        RuleFor(a => a.Reason).Optional(Limits.Text);
    }
}

internal sealed class StateAgreementByLinkHandler(ITrackerDb db, CurrentUser user, TimeProvider time)
    : IRequestHandler<StateAgreementByLink>
{
    public async Task<Unit> Handle(StateAgreementByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (participant, dialogue) = await db.ActByLinkAsync(user, command.Token, now, ct);
        if (participant.SpokesFor is not { } group)
            throw DialogueErrors.NotSpokesperson();
        var outcome = await db.Outcomes.GetAsync(dialogue.Id, command.OutcomeId, ct);
        outcome.State(dialogue, group, command.Level, command.Reason, user.Actor, now);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
