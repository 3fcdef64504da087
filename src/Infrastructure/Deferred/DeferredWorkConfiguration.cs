using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Infrastructure.Deferred;

internal sealed class DeferredWorkConfiguration : IEntityTypeConfiguration<DeferredWork>
{
    public void Configure(EntityTypeBuilder<DeferredWork> work)
    {
        work.HasIndex(w => w.Id).IsUnique();
        work.Property(w => w.Version).IsConcurrencyToken();
        work.Property(w => w.Reason).HasMaxLength(DeferredWork.ReasonMaxLength);
        work.HasIndex(w => new { w.Kind, w.SubjectId }).IsUnique();

        // For the query of due work by kind and lane: the most urgent first, then the longest due.
        work.HasIndex(w => new { w.Kind, w.Lane, w.Priority, w.NextTryAt }).IsDescending(false, false, true, false)
            .HasFilter("\"ParkedAt\" IS NULL").HasDatabaseName("IX_DeferredWork_Due");
        work.HasIndex(w => new { w.Kind, w.LastTriedAt }).HasFilter("\"LastTriedAt\" IS NOT NULL AND \"ParkedAt\" IS NULL").HasDatabaseName("IX_DeferredWork_Tried");
        work.HasIndex(w => w.ParkedAt).HasFilter("\"ParkedAt\" IS NOT NULL");
    }
}
