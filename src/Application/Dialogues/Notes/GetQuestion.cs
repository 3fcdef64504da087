using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetQuestion(DialogueId DialogueId, QuestionId QuestionId) : IRequest<QuestionDetails>;

internal sealed class GetQuestionHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetQuestion, QuestionDetails>
{
    public async Task<QuestionDetails> Handle(GetQuestion query, CancellationToken ct) =>
        await db
            .DialogueQuestions.Where(q => q.DialogueId == query.DialogueId && q.Id == query.QuestionId)
            .Where(q => db.Dialogues.VisibleTo(db, user).Any(d => d.Id == q.DialogueId))
            .AsDetails(db)
            .SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("question");
}
