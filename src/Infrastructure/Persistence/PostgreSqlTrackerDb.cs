using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Infrastructure.Persistence;

public sealed class PostgreSqlTrackerDb(DbContextOptions<PostgreSqlTrackerDb> options, ICurrentUser user, TimeProvider time) : TrackerDb(options, user, time)
{
    /// <summary>Text is sorted and compared by code point, as on SQLite, so that both databases page alike.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
