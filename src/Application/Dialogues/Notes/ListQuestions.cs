using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Lists the parked questions of a dialogue, the oldest first.</summary>
/// <param name="Answered">Only those that are answered, or only those that are open.</param>
[Needs(Right.Read)]
public sealed record ListQuestions(
    DialogueId DialogueId,
    bool? Answered = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<QuestionDetails>>, ISupportsUpdatedSince
{
    public bool TotalOnEveryPage { get; init; }
}

internal sealed class ListQuestionsValidator : AbstractValidator<ListQuestions>
{
    public ListQuestionsValidator() => this.Paged();
}

internal sealed class ListQuestionsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListQuestions, Page<QuestionDetails>>
{
    public async Task<Page<QuestionDetails>> Handle(ListQuestions query, CancellationToken ct)
    {
        var visible = db.Dialogues.VisibleTo(db, user).Where(d => d.Id == query.DialogueId);
        var rows = db.DialogueQuestions.Where(q => q.DialogueId == query.DialogueId && visible.Any());
        if (query.Answered is { } answered)
            rows = rows.Where(q => q.AnsweredAt != null == answered);
        var page = await rows.ToPageAsync(query, q => q.Seq, descending: false, questions => questions.AsDetails(db), ct);
        if (page.Items.Count == 0)
            await db.Dialogues.VisibleTo(db, user).MustExistAsync(query.DialogueId, ct);
        return page;
    }
}
