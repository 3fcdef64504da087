using System.Data;

namespace PartnershipTracker.Application.Common;

internal static class Transactions
{
    /// <summary>Runs several saves in one transaction, or in the current one if there is one.</summary>
    public static async Task InTransactionAsync(this ITrackerDb db, Func<Task> saves, CancellationToken ct, IsolationLevel isolation = IsolationLevel.ReadCommitted)
    {
        await using var own = await db.Session.JoinTransactionAsync(isolation, ct);
        await saves();
        if (own is not null) await own.CommitAsync(ct);
    }
}
