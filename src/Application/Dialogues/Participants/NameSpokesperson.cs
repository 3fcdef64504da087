using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Names who states the agreement of a stakeholder group; whoever did so before does not any more.</summary>
[Needs(Right.Organize)]
public sealed record NameSpokesperson(DialogueId DialogueId, ParticipantId ParticipantId) : IRequest;

internal sealed class NameSpokespersonHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<NameSpokesperson>
{
    public async Task<Unit> Handle(NameSpokesperson command, CancellationToken ct)
    {
        // The version of the dialogue keeps two people from naming two.
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var participant = await db.DialogueParticipants.GetAsync(dialogue.Id, command.ParticipantId, ct);
        var before = await db.DialogueParticipants.SingleOrDefaultAsync(
            p => p.DialogueId == dialogue.Id && p.SpokesFor == participant.Group,
            ct
        );
        dialogue.NameSpokesperson(participant, before);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
