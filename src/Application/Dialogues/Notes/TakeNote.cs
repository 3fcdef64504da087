using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Adds a note to a room. Notes never change, so that several people can write at once.</summary>
/// <param name="Key">A random text of the form, so that what is typed into it is not kept any more; null where there is none.</param>
[Needs(Right.Organize)]
public sealed record TakeNote(DialogueId DialogueId, RoomId RoomId, string Text, string? Key = null) : IRequest<NoteId>;

internal sealed class TakeNoteValidator : AbstractValidator<TakeNote>
{
    public TakeNoteValidator()
    {
        RuleFor(n => n.Text).Required(Limits.Note);
        RuleFor(n => n.Key).OptionalLine(TakeNoteByLinkValidator.KeyLength);
    }
}

internal sealed class TakeNoteHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<TakeNote, NoteId>
{
    public async Task<NoteId> Handle(TakeNote command, CancellationToken ct)
    {
        var dialogue = await db.GetForAddingAsync(user, command.DialogueId, ct);
        var room = await db.DialogueRooms.AsNoTracking().GetAsync(dialogue.Id, command.RoomId, ct);
        var note = await db.AddNoteAsync(dialogue, room, command.Text, user.Actor, time.GetUtcNow(), Blank.ToNull(command.Key), ct);
        await db.SaveChangesAsync(ct);
        return note.Id;
    }
}
