using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Organize)]
public sealed record GetParticipant(DialogueId DialogueId, ParticipantId ParticipantId) : IRequest<ParticipantDetails>;

internal sealed class GetParticipantHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetParticipant, ParticipantDetails>
{
    public async Task<ParticipantDetails> Handle(GetParticipant query, CancellationToken ct)
    {
        await db.MustOrganizeAsync(user, query.DialogueId, ct);
        var found =
            await db
                .DialogueParticipants.Where(p => p.DialogueId == query.DialogueId && p.Id == query.ParticipantId && p.RemovedAt == null)
                .AsDetails(db)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("participant");
        return (await new[] { found }.WithPlacesAsync(db, ct))[0];
    }
}
