using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>
/// EF turns foreign keys off to rebuild a table, which SQLite allows only outside a transaction. A migration would then be several
/// transactions, and after being killed between them it could neither continue nor start again. <see cref="Database.MigrateAsync"/> turns
/// them off for all migrations, so that each migration is one transaction.
/// </summary>
internal sealed class SqliteMigrationSql(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(SqlOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        if (!operation.Sql.StartsWith("PRAGMA foreign_keys", StringComparison.Ordinal)) base.Generate(operation, model, builder);
    }
}
