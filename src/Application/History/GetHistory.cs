using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

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

internal sealed class GetHistoryHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetHistory, Page<HistoryItem>>
{
    public async Task<Page<HistoryItem>> Handle(GetHistory query, CancellationToken ct)
    {
        var limit = query.Limit ?? Paging.DefaultLimit;
        var after = query.Cursor is null ? null : Cursor.Read<Place>(query.Cursor).Key;
        var changes = db.History.Where(h => h.CommitmentId == query.CommitmentId.Value);
        var raised = db.Flags.Where(f => f.CommitmentId == query.CommitmentId);
        var cleared = raised.Where(f => f.ClearedAt != null);
        if (query.UpdatedSince is { } since)
        {
            changes = changes.Where(h => h.At >= since);
            raised = raised.Where(f => f.RaisedAt >= since);
            cleared = cleared.Where(f => f.ClearedAt >= since);
        }

        var total = await TotalAsync(query, changes, raised, cleared, ct);

        // Three ordered sources are merged, each limited to the size of the page. A flag yields two entries: raised and cleared.
        var found = new List<Entry>();
        found.AddRange(await ChangesAsync(changes, after, limit, ct));
        found.AddRange(await RaisedAsync(raised, after, limit, ct));
        found.AddRange(await ClearedAsync(cleared, after, limit, ct));
        var entries = found.OrderByDescending(e => e.Place).Take(limit + 1).ToList();

        var page = entries.Take(limit).ToList();
        var names = await Actors.NamesAsync(db, user, page.Select(e => e.By), ct);
        var organizations = await db.NamesAsync(page.SelectMany(e => Sentence.OrganizationsIn(e.Event, e.Data)), ct);
        var next = entries.Count > limit ? new Cursor<Place>(page[^1].Place, 0).Write() : null;
        return new Page<HistoryItem>([.. page.Select(e => e.ToItem(names[e.By], organizations))], next, total);
    }

    /// <returns>The number of entries; null when no total was requested.</returns>
    /// <exception cref="DomainException">The caller may not see the commitment (404).</exception>
    private async Task<int?> TotalAsync(
        GetHistory query,
        IQueryable<HistoryEntry> changes,
        IQueryable<Flag> raised,
        IQueryable<Flag> cleared,
        CancellationToken ct
    )
    {
        var isFirst = query.Cursor is null;
        var counted = await db
            .Commitments.VisibleTo(db, user)
            .Where(c => c.Id == query.CommitmentId)
            .Select(c => new { Total = isFirst ? changes.Count() + raised.Count() + cleared.Count() : (int?)null })
            .SingleOrDefaultAsync(ct);
        return counted is null ? throw DomainException.NotFound("commitment") : counted.Total;
    }

    private static async Task<IEnumerable<Entry>> ChangesAsync(
        IQueryable<HistoryEntry> changes,
        Place? after,
        int limit,
        CancellationToken ct
    )
    {
        if (after is { } a)
            changes = changes.Where(h =>
                h.At < a.At || (h.At == a.At && (a.Source > Source.Change || (a.Source == Source.Change && h.Seq < a.Seq)))
            );
        var rows = await changes.OrderByDescending(h => h.At).ThenByDescending(h => h.Seq).Take(limit + 1).AsNoTracking().ToListAsync(ct);
        return rows.Select(h => new Entry(
            new Place(h.At, Source.Change, h.Seq),
            new Actor(h.ActorKind, h.ActorId),
            h.Event,
            JsonElement.Parse(h.Data)
        ));
    }

    private async Task<IEnumerable<Entry>> RaisedAsync(IQueryable<Flag> flags, Place? after, int limit, CancellationToken ct)
    {
        if (after is { } a)
            flags = flags.Where(f =>
                f.RaisedAt < a.At || (f.RaisedAt == a.At && (a.Source > Source.Raised || (a.Source == Source.Raised && f.Seq < a.Seq)))
            );
        var rows = await WithTitles(flags.OrderByDescending(f => f.RaisedAt).ThenByDescending(f => f.Seq).Take(limit + 1)).ToListAsync(ct);
        return rows.Select(r => new Entry(new Place(r.Flag.RaisedAt, Source.Raised, r.Flag.Seq), Actor.System, "flagRaised", r.Data()));
    }

    private async Task<IEnumerable<Entry>> ClearedAsync(IQueryable<Flag> flags, Place? after, int limit, CancellationToken ct)
    {
        if (after is { } a)
            flags = flags.Where(f => f.ClearedAt < a.At || (f.ClearedAt == a.At && a.Source == Source.Cleared && f.Seq < a.Seq));
        var rows = await WithTitles(flags.OrderByDescending(f => f.ClearedAt).ThenByDescending(f => f.Seq).Take(limit + 1)).ToListAsync(ct);
        return rows.Select(r => new Entry(
            new Place(r.Flag.ClearedAt!.Value, Source.Cleared, r.Flag.Seq),
            Actor.System,
            "flagCleared",
            r.Data()
        ));
    }

    private IQueryable<FlagRow> WithTitles(IQueryable<Flag> flags) =>
        flags
            .Select(f => new FlagRow(f, db.Milestones.Where(m => m.Id == f.MilestoneId).Select(m => m.Title).FirstOrDefault()))
            .AsNoTracking();

    private enum Source
    {
        Change,
        Raised,
        Cleared,
    }

    private sealed record Place(DateTimeOffset At, Source Source, long Seq) : IComparable<Place>
    {
        public int CompareTo(Place? other) => (At, Source, Seq).CompareTo((other!.At, other.Source, other.Seq));
    }

    private sealed record Entry(Place Place, Actor By, string Event, JsonElement Data)
    {
        public HistoryItem ToItem(string by, IReadOnlyDictionary<OrganizationId, string> organizations) =>
            new(Place.At, by, Event, Sentence.Of(Event, by, Data, organizations), Data);
    }

    private sealed record FlagRow(Flag Flag, string? MilestoneTitle)
    {
        public JsonElement Data() =>
            HistoryJson.ToElement(
                new
                {
                    flagId = Flag.Id,
                    kind = Flag.Kind,
                    milestoneId = Flag.MilestoneId,
                    title = MilestoneTitle,
                    dueDate = Flag.DueDate,
                    because = Flag.ClearedBecause,
                }
            );
    }
}
