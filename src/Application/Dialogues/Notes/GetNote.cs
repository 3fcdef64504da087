using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetNote(DialogueId DialogueId, NoteId NoteId) : IRequest<NoteDetails>;

internal sealed class GetNoteHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetNote, NoteDetails>
{
    public async Task<NoteDetails> Handle(GetNote query, CancellationToken ct) =>
        await db
            .DialogueNotes.Where(n => n.DialogueId == query.DialogueId && n.Id == query.NoteId)
            .Where(n => db.Dialogues.VisibleTo(db, user).Any(d => d.Id == n.DialogueId))
            .AsDetails(db)
            .SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("note");
}
