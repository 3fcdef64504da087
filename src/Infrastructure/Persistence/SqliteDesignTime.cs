using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>Found by <c>dotnet ef</c> when a migration is made (CONTRIBUTING.md, "A new column"); no database is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTrackerDb>
{
    public SqliteTrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>();
        options.UseTrackerSqlite("Data Source=design.db");
        return new SqliteTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }
}
