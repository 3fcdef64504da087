using System.Text.Json;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.History;

/// <summary>The history of a commitment, the newest first: its own changes, and its flags as they were raised and cleared.</summary>
[Needs(Right.Read)]
public sealed record GetHistory(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<HistoryItem>>,
        ISupportsUpdatedSince;

/// <summary>One entry of the history.</summary>
/// <param name="At">When it happened (UTC).</param>
/// <param name="By">Who did it, by the name of their organization.</param>
/// <param name="Event">The name of the event, in camelCase, e.g. <c>commitmentAccepted</c>.</param>
/// <param name="Text">The event as a sentence in the reader's language.</param>
/// <param name="Data">The facts of the event.</param>
public sealed record HistoryItem(DateTimeOffset At, string By, string Event, string Text, JsonElement Data);

internal sealed class GetHistoryValidator : AbstractValidator<GetHistory>
{
    public GetHistoryValidator() => this.Paged();
}

internal sealed class GetHistoryHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<GetHistory, Page<HistoryItem>>
{
    public async Task<Page<HistoryItem>> Handle(GetHistory query, CancellationToken ct)
    {
        var visible = db.Commitments.VisibleTo(db, user);
        var entries = db.History.Where(h => h.CommitmentId == query.CommitmentId.Value);
        if (query.UpdatedSince is { } since)
            entries = entries.Where(h => h.At >= since);
        var page = await entries.ToPageOfAsync(query.CommitmentId, visible, query, h => h.At, HistoryRows.Facts, ct);
        var lines = await page.Items.AsLinesAsync(db, user, vocabulary, ct);
        return new Page<HistoryItem>([.. lines.Select(l => new HistoryItem(l.At, l.By, l.Event, l.Text, l.Data))], page.Next, page.Total);
    }
}
