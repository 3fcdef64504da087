using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>The history of an initiative, the newest first, with its flags as they were raised and cleared.</summary>
[Needs(Right.Read)]
public sealed record GetInitiativeHistory(
    InitiativeId InitiativeId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<HistoryItem>>, ISupportsUpdatedSince;

internal sealed class GetInitiativeHistoryValidator : AbstractValidator<GetInitiativeHistory>
{
    public GetInitiativeHistoryValidator() => this.Paged();
}

internal sealed class GetInitiativeHistoryHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetInitiativeHistory, Page<HistoryItem>>
{
    public async Task<Page<HistoryItem>> Handle(GetInitiativeHistory query, CancellationToken ct)
    {
        var entries = db.History.Where(h => h.InitiativeId == query.InitiativeId.Value);
        if (query.UpdatedSince is { } since)
            entries = entries.Where(h => h.At >= since);
        var visible = db.Initiatives.VisibleTo(user).Where(i => i.Id == query.InitiativeId);
        var page = await entries.ToPageOfAsync(visible, "initiative", query, h => h.At, HistoryRows.Facts, ct);
        var lines = await page.Items.AsLinesAsync(db, user, vocabulary, ct);
        return new Page<HistoryItem>([.. lines.Select(l => new HistoryItem(l.At, l.By, l.Event, l.Text, l.Data))], page.Next, page.Total);
    }
}
