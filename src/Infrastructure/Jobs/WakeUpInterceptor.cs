using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Requests the command for deferred work after the transaction with the work is committed, never before.</summary>
internal sealed class WakeUpInterceptor(IWakeUps wakeUps) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> _saved = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var work = eventData.Context!.ChangeTracker.Entries<DeferredWork>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity.ParkedAt is null)
            .Select(entry => Schedule.NameFor(entry.Entity.Kind, entry.Entity.Priority)).ToList();
        if (work.Count > 0) _saved.GetOrCreateValue(eventData.Context).UnionWith(work);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null) WakeUp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        WakeUp(eventData.Context);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context) _saved.Remove(context);
        return Task.CompletedTask;
    }

    private void WakeUp(DbContext? context)
    {
        if (context is null || !_saved.TryGetValue(context, out var commands)) return;
        _saved.Remove(context);
        foreach (var command in commands) wakeUps.Ask(command);
    }
}
