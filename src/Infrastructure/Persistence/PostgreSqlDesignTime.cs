using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlTrackerDb>
{
    public PostgreSqlTrackerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlTrackerDb>();
        options.UseTrackerPostgreSql("Host=localhost;Database=design");
        return new PostgreSqlTrackerDb(options.Options, new CurrentUser(), TimeProvider.System);
    }
}
