using AutoMapper.Internal;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Architecture.Tests;

public sealed class PersistenceTests
{
    [Fact]
    public void Both_databases_have_every_migration()
    {
        using var sqlite = Sqlite();
        using var postgreSql = PostgreSql();
        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("SQLite lacks a migration");
        postgreSql.Database.HasPendingModelChanges().ShouldBeFalse("PostgreSQL lacks a migration");
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        using var sqlite = Sqlite();
        using var postgreSql = PostgreSql();
        Columns(sqlite).ShouldBe(Columns(postgreSql));
    }

    [Fact]
    public void Every_aggregate_is_protected_by_its_version()
    {
        using var db = Sqlite();
        db.Model.GetEntityTypes()
            .Where(t => t.ClrType.IsSubclassOf(typeof(AggregateRoot)) && !t.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken)
            .Select(t => t.ClrType.Name)
            .MustBeNone("Can be overwritten by a second person:");
    }

    [Fact]
    public void The_projections_are_valid_and_of_limited_depth()
    {
        var configuration = Mapping.Create();
        configuration.AssertConfigurationIsValid();

        var maps = configuration.Internal().GetAllTypeMaps();
        maps.Count.ShouldBeGreaterThan(10);

        // Ids are converted to GUIDs by one expression, which has no depth.
        maps.Where(map => map.TypeConverter is null && map.MaxDepth is < 1 or > Mapping.MaxDepth)
            .Select(map => $"{map.SourceType.Name} → {map.DestinationType.Name}")
            .MustBeNone("Without a depth limit (GHSA-rvv3-g6hj-g44x):");
    }

    private static List<string> Columns(TrackerDb db) =>
        [
            .. db
                .Model.GetEntityTypes()
                .SelectMany(t => t.GetProperties().Select(p => $"{t.GetTableName()}.{p.GetColumnName()}{(p.IsNullable ? "?" : "")}"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static SqliteTrackerDb Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite("Data Source=:memory:");
        return new SqliteTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }

    private static PostgreSqlTrackerDb PostgreSql()
    {
        var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
        options.UseTrackerPostgreSql("Host=nowhere");
        return new PostgreSqlTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }
}
