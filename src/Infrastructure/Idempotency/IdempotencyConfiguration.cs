using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Idempotency;

internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.Property(r => r.Route).HasMaxLength(IdempotencyRecord.RouteMaxLength);
        record.Property(r => r.Key).HasMaxLength(IdempotencyRecord.KeyMaxLength);
        record.Property(r => r.RequestHash).HasMaxLength(Conventions.HashLength);
        record.Property(r => r.Location).HasMaxLength(IdempotencyRecord.LocationMaxLength);
        record.Property(r => r.ETag).HasMaxLength(IdempotencyRecord.ETagMaxLength);
        record.Property(r => r.ContentType).HasMaxLength(IdempotencyRecord.ContentTypeMaxLength);
        record
            .HasIndex(r => new
            {
                r.Caller,
                r.Route,
                r.Key,
            })
            .IsUnique();
        record.HasIndex(r => r.At);
    }
}
