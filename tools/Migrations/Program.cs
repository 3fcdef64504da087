using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Persistence;

// Nothing to run: dotnet-ef finds the factories below. See CONTRIBUTING.md, "A new column".
Console.WriteLine("Use: dotnet ef migrations add NAME --project src/Infrastructure --startup-project tools/Migrations --context SqliteTrackerDb --output-dir Persistence/Migrations/Sqlite");

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteTrackerDb>
{
    public SqliteTrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite("Data Source=design.db");
        return new SqliteTrackerDb(options.Options, new CurrentUser().ActAsSystem(), TimeProvider.System);
    }
}

internal sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlTrackerDb>
{
    public PostgreSqlTrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
        options.UseTrackerPostgreSql("Host=localhost;Database=design");
        return new PostgreSqlTrackerDb(options.Options, new CurrentUser().ActAsSystem(), TimeProvider.System);
    }
}
