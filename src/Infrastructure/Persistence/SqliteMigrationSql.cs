using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// Around the rebuild of a table EF turns foreign keys off, which SQLite allows outside a transaction only: a migration would be several
/// transactions, and one that is killed between them could neither go on nor start again. They are off while we migrate
/// (<see cref="Database.MigrateAsync"/>), and each migration is one transaction.
/// </summary>
internal sealed class SqliteMigrationSql(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(SqlOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        if (!operation.Sql.StartsWith("PRAGMA foreign_keys", StringComparison.Ordinal)) base.Generate(operation, model, builder);
    }
}
