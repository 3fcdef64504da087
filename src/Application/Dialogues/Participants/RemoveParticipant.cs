using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>
/// Erases the name and address of a participant and takes their places away; their link stops working. Notes and statements stay.
/// </summary>
[Needs(Right.Organize)]
public sealed record RemoveParticipant(DialogueId DialogueId, ParticipantId ParticipantId) : IRequest;

internal sealed class RemoveParticipantHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<RemoveParticipant>
{
    public async Task<Unit> Handle(RemoveParticipant command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var participant = (await db.DialogueParticipants.GetAsync(dialogue.Id, command.ParticipantId, ct)).MustBeExpectedBy(user);
        var id = participant.Id;
        db.DialogueAssignments.RemoveRange(await db.DialogueAssignments.Where(a => a.ParticipantId == id).ToListAsync(ct));
        db.DialogueNoteDrafts.RemoveRange(
            await db.DialogueNoteDrafts.Where(d => d.DialogueId == dialogue.Id && d.AuthorId == id.Value).ToListAsync(ct)
        );
        participant.Remove(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
