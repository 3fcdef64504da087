using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Common;

/// <summary>A request that is executed once: its key is saved together with its changes (docs/adr/0019).</summary>
/// <param name="Route">Method and path; a key is valid for one of them only.</param>
internal sealed record RecordedRequest(Guid Caller, string Route, string Key)
{
    /// <summary>Requests that this process is executing. For other processes the unique index has the same effect.</summary>
    private static readonly ConcurrentDictionary<RecordedRequest, TaskCompletionSource> UnderWay = [];

    /// <returns>Dispose it when the request is done.</returns>
    /// <exception cref="DomainException">The same request is being executed.</exception>
    public IDisposable Begin() => TryBegin() ?? throw DomainException.Conflict("request.underWay");

    /// <summary>The same, but waits while the same request is being executed.</summary>
    public async Task<IDisposable> WaitAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TryBegin() is { } mine)
                return mine;
            if (UnderWay.TryGetValue(this, out var other))
                await other.Task.WaitAsync(ct);
        }
    }

    public Task<IdempotencyRecord?> FindAsync(TrackerDb db, CancellationToken ct) =>
        db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(r => r.Caller == Caller && r.Route == Route && r.Key == Key, ct);

    /// <returns>The number of the new record, for <see cref="KeepAsync"/>.</returns>
    public async Task<long> AddAsync(TrackerDb db, string hash, DateTimeOffset now, CancellationToken ct)
    {
        var record = new IdempotencyRecord(Caller, Route, Key, hash, now);
        db.IdempotencyRecords.Add(record);
        await db.SaveChangesAsync(ct);
        db.Entry(record).State = EntityState.Detached;
        return record.Seq;
    }

    /// <summary>Saves the answer.</summary>
    /// <param name="body">Null if it contained a secret.</param>
    public static Task KeepAsync(
        TrackerDb db,
        long seq,
        int status,
        string? location,
        string? body,
        CancellationToken ct,
        string? tag = null,
        string? contentType = null
    ) =>
        db
            .IdempotencyRecords.Where(r => r.Seq == seq)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Status, status)
                        .SetProperty(r => r.Location, location)
                        .SetProperty(r => r.ETag, tag)
                        .SetProperty(r => r.ContentType, contentType)
                        .SetProperty(r => r.Body, body),
                ct
            );

    private Execution? TryBegin()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return UnderWay.TryAdd(this, done) ? new Execution(this, done) : null;
    }

    private sealed class Execution(RecordedRequest request, TaskCompletionSource done) : IDisposable
    {
        public void Dispose()
        {
            UnderWay.TryRemove(request, out _);
            done.SetResult();
        }
    }
}
