using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartnershipTracker.Infrastructure.Persistence;

/// <summary>The one row that <see cref="DatabaseProbe"/> reads and writes; it is created with the table.</summary>
internal sealed class Heartbeat
{
    public int Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Heartbeat>
    {
        public void Configure(EntityTypeBuilder<Heartbeat> heartbeat)
        {
            heartbeat.ToTable("Heartbeats");
            heartbeat.Property(h => h.Id).ValueGeneratedNever();
            heartbeat.HasData(new Heartbeat { Id = 1, At = DateTimeOffset.UnixEpoch });
        }
    }
}
