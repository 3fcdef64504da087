using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Infrastructure.Imports;

internal sealed class ImportConfiguration
    : IEntityTypeConfiguration<ImportRun>,
        IEntityTypeConfiguration<ImportItem>,
        IEntityTypeConfiguration<SavedImportProfile>
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

    public void Configure(EntityTypeBuilder<SavedImportProfile> profile)
    {
        profile.ToTable("ImportProfiles");
        profile.HasAlternateKey(p => p.Id);
        profile.Property(p => p.Name).HasMaxLength(Limits.Name);
        profile.Property(p => p.NameKey).HasMaxLength(TextKey.MaxLength);
        profile.HasIndex(p => p.NameKey).IsUnique();
        profile.Property(p => p.Version).IsConcurrencyToken();
    }
}
