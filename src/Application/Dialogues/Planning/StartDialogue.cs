using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Organize)]
public sealed record StartDialogue(DialogueId DialogueId) : IRequest;

internal sealed class StartDialogueHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<StartDialogue>
{
    public async Task<Unit> Handle(StartDialogue command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        dialogue.Start(await db.DialogueSegments.CountAsync(s => s.DialogueId == dialogue.Id, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
