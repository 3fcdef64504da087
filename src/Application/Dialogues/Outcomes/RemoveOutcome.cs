using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Removes an outcome of which no commitment came; its notes stay.</summary>
[Needs(Right.Organize)]
public sealed record RemoveOutcome(DialogueId DialogueId, OutcomeId OutcomeId) : IRequest;

internal sealed class RemoveOutcomeHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveOutcome>
{
    public async Task<Unit> Handle(RemoveOutcome command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var outcome = (await db.Outcomes.GetAsync(dialogue.Id, command.OutcomeId, ct)).MustBeExpectedBy(user);
        outcome.Remove(dialogue, await db.Commitments.CountAsync(c => c.OutcomeId == outcome.Id, ct));
        db.Outcomes.Remove(outcome);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
