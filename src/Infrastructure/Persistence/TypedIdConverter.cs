using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Stores typed ids such as <c>CommitmentId</c> as their GUID.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(Write, Read)
    where TId : struct
{
    private static readonly Expression<Func<TId, Guid>> Write = MakeWrite();
    private static readonly Expression<Func<Guid, TId>> Read = MakeRead();

    private static Expression<Func<TId, Guid>> MakeWrite()
    {
        var id = Expression.Parameter(typeof(TId), "id");
        return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
    }

    private static Expression<Func<Guid, TId>> MakeRead()
    {
        var value = Expression.Parameter(typeof(Guid), "value");
        var create = Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value);
        return Expression.Lambda<Func<Guid, TId>>(create, value);
    }
}
