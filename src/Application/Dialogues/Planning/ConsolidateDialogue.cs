using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The session is over; its outcomes are written.</summary>
[Needs(Right.Organize)]
public sealed record ConsolidateDialogue(DialogueId DialogueId) : IRequest;

internal sealed class ConsolidateDialogueHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ConsolidateDialogue>
{
    public async Task<Unit> Handle(ConsolidateDialogue command, CancellationToken ct)
    {
        (await db.GetForChangeAsync(user, command.DialogueId, ct)).Consolidate();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
