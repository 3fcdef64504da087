using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Adds a note to a room as its rapporteur.</summary>
/// <param name="Key">A random text of the form: the same form adds one note.</param>
[Needs(Right.UseLink)]
public sealed record TakeNoteByLink(string Token, RoomId RoomId, string Text, string Key) : IRequest;

internal sealed class TakeNoteByLinkValidator : AbstractValidator<TakeNoteByLink>
{
    public TakeNoteByLinkValidator()
    {
        RuleFor(n => n.Text).Required(Limits.Note);
        RuleFor(n => n.Key).RequiredLine(KeyLength);
    }

    public const int KeyLength = 64;
}

internal sealed class TakeNoteByLinkHandler(ITrackerDb db, CurrentUser user, TimeProvider time) : IRequestHandler<TakeNoteByLink>
{
    public async Task<Unit> Handle(TakeNoteByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (participant, dialogue) = await db.ActByLinkAsync(user, command.Token, now, ct);
        var room = await db.GetOwnRoomAsync(participant, command.RoomId, ct);
        if (await db.DialogueNotes.AnyAsync(n => n.RoomId == room.Id && n.Key == command.Key, ct))
            return Unit.Value;
        await db.AddNoteAsync(dialogue, room, command.Text, user.Actor, now, command.Key, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
