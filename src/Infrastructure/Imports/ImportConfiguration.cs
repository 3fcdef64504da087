using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Infrastructure.Imports;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportRun> import)
    {
        import.ToTable("Imports");
        import.HasAlternateKey(i => i.Id);
        import.HasIndex(i => i.State);
        import.Property(i => i.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ImportItem> item)
    {
        item.ToTable("ImportItems");
        item.HasIndex(i => i.ImportId);
        item.HasOne<ImportRun>().WithMany().HasForeignKey(i => i.ImportId).HasPrincipalKey(i => i.Id);
    }
}
