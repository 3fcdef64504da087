using Microsoft.EntityFrameworkCore.Storage;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// A transaction that begins with the first save and stays open until its owner commits it, so that what is read after the save is what was
/// written. Reads before the save hold no lock. Without a commit, nothing is kept.
/// </summary>
public sealed class HeldTransaction : IAsyncDisposable
{
    private IDbContextTransaction? _begun;

    internal bool IsOver { get; private set; }

    public async Task CommitAsync(CancellationToken ct)
    {
        IsOver = true;
        if (_begun is not null) await _begun.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        IsOver = true;
        if (_begun is not null) await _begun.DisposeAsync();
    }

    internal void Keep(IDbContextTransaction begun) => _begun = begun;
}
