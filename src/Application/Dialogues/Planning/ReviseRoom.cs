using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Organize)]
public sealed record ReviseRoom(DialogueId DialogueId, RoomId RoomId, RoomDraft Draft) : IRequest;

internal sealed class ReviseRoomValidator : AbstractValidator<ReviseRoom>
{
    public ReviseRoomValidator() => RuleFor(r => r.Draft).SetValidator(new RoomDraftValidator());
}

internal sealed class ReviseRoomHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ReviseRoom>
{
    public async Task<Unit> Handle(ReviseRoom command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        dialogue.ReviseRoom(await db.DialogueRooms.GetAsync(dialogue.Id, command.RoomId, ct), command.Draft.ToTerms());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
