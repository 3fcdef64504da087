using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Freezes agenda, notes and outcomes, and lets everybody read them. Texts that nobody added as a note are erased.</summary>
[Needs(Right.Organize)]
public sealed record PublishDialogue(DialogueId DialogueId) : IRequest;

internal sealed class PublishDialogueHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<PublishDialogue>
{
    public async Task<Unit> Handle(PublishDialogue command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        dialogue.Publish(await db.Outcomes.CountAsync(o => o.DialogueId == dialogue.Id, ct), time.GetUtcNow());
        db.DialogueNoteDrafts.RemoveRange(await db.DialogueNoteDrafts.Where(d => d.DialogueId == dialogue.Id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
