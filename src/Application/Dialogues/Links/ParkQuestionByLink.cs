using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Parks a question as a rapporteur, for their room.</summary>
/// <param name="Key">A random text of the form: the same form parks one question.</param>
[Needs(Right.UseLink)]
public sealed record ParkQuestionByLink(string Token, RoomId RoomId, string Text, string Key) : IRequest;

internal sealed class ParkQuestionByLinkValidator : AbstractValidator<ParkQuestionByLink>
{
    public ParkQuestionByLinkValidator()
    {
        RuleFor(q => q.Text).Required(Limits.Text);
        RuleFor(q => q.Key).RequiredLine(TakeNoteByLinkValidator.KeyLength);
    }
}

internal sealed class ParkQuestionByLinkHandler(ITrackerDb db, CurrentUser user, TimeProvider time) : IRequestHandler<ParkQuestionByLink>
{
    public async Task<Unit> Handle(ParkQuestionByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (participant, dialogue) = await db.ActByLinkAsync(user, command.Token, now, ct);
        var room = await db.GetOwnRoomAsync(participant, command.RoomId, ct);
        if (await db.DialogueQuestions.AnyAsync(q => q.DialogueId == dialogue.Id && q.Key == command.Key, ct))
            return Unit.Value;
        db.DialogueQuestions.Add(ParkedQuestion.Park(dialogue, room.Id, command.Text, user.Actor, now, command.Key));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
