using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record ListCommitments : CommitmentFilter, IRequest<Page<CommitmentItem>>, ISupportsUpdatedSince
{
    /// <summary>
    /// <c>dueDate</c>, <c>-dueDate</c>, <c>title</c>, <c>-timesMoved</c> or <c>-daysSlipped</c>; <c>dueDate</c> if left out.
    /// </summary>
    public string? Sort { get; init; }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }

    public DateTimeOffset? UpdatedSince { get; init; }
}

internal sealed class ListCommitmentsValidator : AbstractValidator<ListCommitments>
{
    private static readonly string[] Sorts = ["dueDate", "-dueDate", "title", "-timesMoved", "-daysSlipped"];

    public ListCommitmentsValidator(IVocabulary vocabulary)
    {
        Include(new CommitmentFilterValidator<ListCommitments>(vocabulary));
        this.Paged();
        RuleFor(q => q.Sort).Must(sort => sort is null || Sorts.Contains(sort)).WithText("form.oneOf", string.Join(", ", Sorts));
    }
}

internal sealed class ListCommitmentsHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListCommitments, Page<CommitmentItem>>
{
    public async Task<Page<CommitmentItem>> Handle(ListCommitments query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = db.Commitments.VisibleTo(db, user).Matching(query, db, now);
        var page = query.Sort switch
        {
            "title" => await rows.ToPageAsync(query, c => c.TitleKey, descending: false, Rows, ct),
            "-daysSlipped" => await rows.ToPageAsync(query, c => c.DaysSlipped, descending: true, Rows, ct),
            "-timesMoved" => await rows.ToPageAsync(query, c => c.TimesMoved, descending: true, Rows, ct),
            "-dueDate" => await rows.ToPageAsync(query, c => c.DueDateKey, descending: true, Rows, ct),
            _ => await rows.ToPageAsync(query, c => c.DueDateKey, descending: false, Rows, ct),
        };
        return new Page<CommitmentItem>([.. page.Items.Select(row => row.JudgedAt(now))], page.Next, page.Total);

        IQueryable<CommitmentItemRow> Rows(IQueryable<Commitment> commitments) => commitments.AsItems(db);
    }
}
