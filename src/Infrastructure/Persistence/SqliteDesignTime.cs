using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Used by <c>dotnet ef</c> to create a migration (CONTRIBUTING.md, "A new column"); no database is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTrackerDb>
{
    public SqliteTrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite("Data Source=design.db");
        return new SqliteTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }
}
