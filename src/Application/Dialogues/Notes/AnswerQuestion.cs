using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Writes how a parked question was answered, or who will answer it.</summary>
[Needs(Right.Organize)]
public sealed record AnswerQuestion(DialogueId DialogueId, QuestionId QuestionId, string Answer) : IRequest;

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(q => q.Answer).Required(Limits.Note);
}

internal sealed class AnswerQuestionHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<AnswerQuestion>
{
    public async Task<Unit> Handle(AnswerQuestion command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var question = await db.DialogueQuestions.GetAsync("question", q => q.DialogueId == dialogue.Id && q.Id == command.QuestionId, ct);
        question.MustBeExpectedBy(user).AnswerWith(dialogue, command.Answer, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
