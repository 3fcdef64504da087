using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Calendars;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Calendars;

internal sealed class CalendarConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("Calendars");
        feed.HasIndex(f => f.Id).IsUnique();
        feed.Property(f => f.Version).IsConcurrencyToken();
        feed.Property(f => f.Name).HasMaxLength(Limits.Name);
        feed.Property(f => f.Hash).HasMaxLength(Conventions.HashLength);
        feed.HasIndex(f => f.Hash).IsUnique();
        feed.HasIndex(f => f.CreatorId);
    }
}
