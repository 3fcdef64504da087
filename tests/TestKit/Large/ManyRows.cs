using System.Data;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.TestKit;

/// <summary>Writes what tests and measurements need by the thousand, as the secretariat.</summary>
public static class ManyRows
{
    /// <summary>Sends a request in a scope of its own.</summary>
    public static async Task<T> SendAsync<T>(IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Writes aggregates that are made past the use cases, with their history, in one transaction.</summary>
    /// <param name="write">Inserts the rows. What it changes of tracked aggregates is saved.</param>
    /// <param name="actor">Whom the history names; the system where nothing is given.</param>
    public static async Task WriteAsync(IServiceProvider services, Func<ITrackerDb, IBulkInsert, Task> write, Actor? actor = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem(actor);
        var db = scope.ServiceProvider.GetRequiredService<ITrackerDb>();
        await using var transaction = await db.Session.BeginTransactionAsync(IsolationLevel.ReadCommitted, default);
        await write(db, scope.ServiceProvider.GetRequiredService<IBulkInsert>());
        await db.SaveChangesAsync(default);
        await transaction.CommitAsync();
    }
}
