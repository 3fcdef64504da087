using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Parks an open question, so that it is not forgotten.</summary>
/// <param name="RoomId">Where it was asked; null for none.</param>
[Needs(Right.Organize)]
public sealed record ParkQuestion(DialogueId DialogueId, string Text, RoomId? RoomId = null) : IRequest<QuestionId>;

internal sealed class ParkQuestionValidator : AbstractValidator<ParkQuestion>
{
    public ParkQuestionValidator() => RuleFor(q => q.Text).Required(Limits.Text);
}

internal sealed class ParkQuestionHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ParkQuestion, QuestionId>
{
    public async Task<QuestionId> Handle(ParkQuestion command, CancellationToken ct)
    {
        var dialogue = await db.GetForAddingAsync(user, command.DialogueId, ct);
        if (command.RoomId is { } room)
            await db.DialogueRooms.GetAsync(dialogue.Id, room, ct);
        var question = ParkedQuestion.Park(dialogue, command.RoomId, command.Text, user.Actor, time.GetUtcNow());
        db.DialogueQuestions.Add(question);
        await db.SaveChangesAsync(ct);
        return question.Id;
    }
}
