using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Replaces an outcome until the dialogue is published. A step that became a commitment stays.</summary>
[Needs(Right.Organize)]
public sealed record ReviseOutcome(DialogueId DialogueId, OutcomeId OutcomeId, OutcomeDraft Draft) : IRequest;

internal sealed class ReviseOutcomeValidator : AbstractValidator<ReviseOutcome>
{
    public ReviseOutcomeValidator() => RuleFor(o => o.Draft).SetValidator(new OutcomeDraftValidator());
}

internal sealed class ReviseOutcomeHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ReviseOutcome>
{
    public async Task<Unit> Handle(ReviseOutcome command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var outcome = (await db.Outcomes.GetAsync(dialogue.Id, command.OutcomeId, ct)).MustBeExpectedBy(user);
        var terms = command.Draft.ToTerms();
        await db.CheckAsync(user, dialogue.Id, terms, ct);
        var taken = await db
            .Commitments.Where(c => c.OutcomeId == outcome.Id && c.OutcomeStepId != null)
            .Select(c => c.OutcomeStepId!.Value)
            .Distinct()
            .ToListAsync(ct);
        outcome.Revise(dialogue, terms, taken);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
