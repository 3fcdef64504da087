using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Lists the changes that the caller may see, the newest first. Overdue dates are shown by the flags (<c>/accountability/flags</c>) and in
/// the history of each commitment.
/// </summary>
[Needs(Right.Read)]
public sealed record ListHistory : HistoryFilter, IRequest<Page<HistoryLine>>, ISupportsUpdatedSince
{
    public ListHistory() { }

    public ListHistory(HistoryFilter filter)
        : base(filter) { }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }

    public DateTimeOffset? UpdatedSince { get; init; }
}

internal sealed class ListHistoryValidator : AbstractValidator<ListHistory>
{
    public ListHistoryValidator()
    {
        Include(new HistoryFilterValidator<ListHistory>());
        this.Paged();
    }
}

internal sealed class ListHistoryHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<ListHistory, Page<HistoryLine>>
{
    public async Task<Page<HistoryLine>> Handle(ListHistory query, CancellationToken ct)
    {
        var rows = db.History.VisibleTo(db, user).Matching(query);
        if (query.UpdatedSince is { } since)
            rows = rows.Where(h => h.At >= since);
        var page = await rows.ToPageAsync(query, h => h.At, descending: true, rows => rows.AsFacts(), ct);
        return new Page<HistoryLine>([.. await page.Items.AsLinesAsync(db, user, vocabulary, ct)], page.Next, page.Total);
    }
}
