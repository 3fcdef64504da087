using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>Until the database was read for the first time, the terms are those that every installation begins with.</summary>
internal sealed class Vocabulary(IServiceScopeFactory scopes, TimeProvider time) : IVocabulary, IDisposable
{
    /// <summary>After this time a change that another node made is seen.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1);
    private int _changes;
    private volatile Snapshot _snapshot = new(Seeded(), -1, default);

    private bool IsFresh => _snapshot.Changes == Volatile.Read(ref _changes) && (time.GetUtcNow() - _snapshot.ReadAt).Duration() < MaxAge;

    public IReadOnlyList<Term> All(VocabularyKind kind) => [.. _snapshot.Of(kind).Select(Named)];

    public Term? Find(VocabularyKind kind, string code) =>
        _snapshot.Of(kind).FirstOrDefault(stored => stored.Code == code) is { } found ? Named(found) : null;

    public async ValueTask RefreshAsync(CancellationToken ct)
    {
        if (IsFresh)
            return;
        await _one.WaitAsync(ct);
        try
        {
            if (!IsFresh)
                _snapshot = await ReadAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Forget() => Interlocked.Increment(ref _changes);

    public void Dispose() => _one.Dispose();

    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        var (changes, now) = (Volatile.Read(ref _changes), time.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var terms = await scope
            .ServiceProvider.GetRequiredService<ITrackerDb>()
            .VocabularyTerms.OrderBy(t => t.Position)
            .ThenBy(t => t.Seq)
            .Select(t => new Stored(t.Kind, t.Code, t.Name, t.Description, t.Position, t.RetiredAt != null))
            .ToListAsync(ct);
        return new Snapshot(terms.ToLookup(t => t.Kind), changes, now);
    }

    private static Term Named(Stored stored) =>
        new(
            stored.Kind,
            stored.Code,
            TermNames.Of(stored.Kind, stored.Name, stored.Code),
            stored.Description,
            stored.Position,
            stored.IsRetired
        );

    private static ILookup<VocabularyKind, Stored> Seeded() =>
        VocabularySeeds
            .Codes.SelectMany(kind => kind.Value.Select((code, i) => new Stored(kind.Key, code, null, null, i + 1, false)))
            .ToLookup(t => t.Kind);

    /// <param name="Name">Null where the product's own texts name it.</param>
    private sealed record Stored(VocabularyKind Kind, string Code, string? Name, string? Description, int Position, bool IsRetired);

    /// <param name="Changes">The number of changes made here before it was read.</param>
    private sealed record Snapshot(ILookup<VocabularyKind, Stored> Terms, int Changes, DateTimeOffset ReadAt)
    {
        public IEnumerable<Stored> Of(VocabularyKind kind) => Terms[kind];
    }
}
