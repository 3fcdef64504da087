using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Gives people a place in a room. Nobody can be in two rooms of the same segment.</summary>
[Needs(Right.Organize)]
public sealed record AssignPeople(DialogueId DialogueId, RoomId RoomId, RoomRole Role, IReadOnlyList<Guid> ParticipantIds) : IRequest;

internal sealed class AssignPeopleValidator : AbstractValidator<AssignPeople>
{
    public AssignPeopleValidator()
    {
        RuleFor(p => p.Role).IsKnownValue();
        RuleFor(p => p.ParticipantIds).NotEmpty().WithText("form.required");
        RuleFor(p => p.ParticipantIds!).AtMost(Paging.MaxLimit);
    }
}

internal sealed class AssignPeopleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AssignPeople>
{
    public async Task<Unit> Handle(AssignPeople command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var room = await db.DialogueRooms.GetAsync(dialogue.Id, command.RoomId, ct);
        var people = command.ParticipantIds.Distinct().Select(id => new ParticipantId(id)).ToList();
        var found = await db.DialogueParticipants.CountAsync(
            p => p.DialogueId == dialogue.Id && p.RemovedAt == null && people.Contains(p.Id),
            ct
        );
        if (found < people.Count)
            throw DomainException.NotFound("participant");

        var taken = await db.TakenPlacesAsync(room.SegmentId, people, ct);
        var others = await db.DialogueAssignments.CountAsync(
            a => a.RoomId == room.Id && a.Role == command.Role && !people.Contains(a.ParticipantId),
            ct
        );
        db.DialogueAssignments.AddRange(dialogue.Assign(room, command.Role, people, taken, others));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
