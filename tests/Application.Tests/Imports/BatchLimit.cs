using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Tests.Imports;

/// <summary>Lets a number of batches be written, and then calls an action, as if the process were stopped there.</summary>
/// <param name="counts">Tells which batches count.</param>
internal sealed class BatchLimit(Func<IReadOnlyCollection<Entity>, bool> counts)
{
    private int _left = int.MaxValue;
    private Action _stop = () => { };

    public void StopAfter(int batches, Action stop)
    {
        _left = batches;
        _stop = stop;
    }

    public void Clear() => _left = int.MaxValue;

    public void Register(IServiceCollection services)
    {
        var real = services.Single(s => s.ServiceType == typeof(IBulkInsert)).ImplementationType!;
        services.AddScoped<IBulkInsert>(scope => new Writer(this, (IBulkInsert)ActivatorUtilities.CreateInstance(scope, real)));
    }

    private sealed class Writer(BatchLimit limit, IBulkInsert real) : IBulkInsert
    {
        public Task InsertAsync(IReadOnlyCollection<Entity> rows, IReadOnlyCollection<AggregateRoot> changed, CancellationToken ct)
        {
            if (limit.Counts(rows) && limit._left-- <= 0)
                limit._stop();
            ct.ThrowIfCancellationRequested();
            return real.InsertAsync(rows, changed, ct);
        }
    }

    private bool Counts(IReadOnlyCollection<Entity> rows) => counts(rows);
}
