using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Keeps what an organizer has typed and not added as a note yet. Only they see it.</summary>
/// <param name="Key">The random text of the form that it is typed into.</param>
[Needs(Right.Organize)]
public sealed record SaveNoteDraft(DialogueId DialogueId, RoomId RoomId, string? Text, string? Key = null) : IRequest;

internal sealed class SaveNoteDraftValidator : AbstractValidator<SaveNoteDraft>
{
    public SaveNoteDraftValidator()
    {
        RuleFor(n => n.Text).Optional(Limits.Note);
        RuleFor(n => n.Key).OptionalLine(TakeNoteByLinkValidator.KeyLength);
    }
}

internal sealed class SaveNoteDraftHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<SaveNoteDraft>
{
    public async Task<Unit> Handle(SaveNoteDraft command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var room = await db.DialogueRooms.GetAsync(dialogue.Id, command.RoomId, ct);
        if (user.Actor.Id is { } author)
            await db.KeepDraftAsync(dialogue, room, command.Text ?? "", command.Key ?? "", author, time.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
