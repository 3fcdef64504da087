using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetAgenda(DialogueId DialogueId) : IRequest<Agenda>;

internal sealed class GetAgendaHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetAgenda, Agenda>
{
    public async Task<Agenda> Handle(GetAgenda query, CancellationToken ct)
    {
        var dialogue =
            await db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == query.DialogueId)
                .Select(d => new { d.StartsAt, d.TimeZone })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("dialogue");
        return await Agenda.ReadAsync(db, query.DialogueId, dialogue.StartsAt, dialogue.TimeZone, ct);
    }
}
