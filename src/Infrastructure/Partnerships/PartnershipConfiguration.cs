using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Partnerships;

internal sealed class PartnershipConfiguration
    : IEntityTypeConfiguration<Partnership>,
        IEntityTypeConfiguration<PartnershipTopic>,
        IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Partnership> partnership)
    {
        partnership.HasAlternateKey(p => p.Id);
        partnership.Property(p => p.Version).IsConcurrencyToken();
        partnership.Property(p => p.Name).HasMaxLength(Limits.Title);
        partnership.Property(p => p.NameKey).HasMaxLength(TextKey.MaxLength);
        partnership.Property(p => p.Pillars).IsTextList(code => code);
        partnership.Property(p => p.Themes).IsTextList(code => code);
        partnership.Property(p => p.CountryCodes).IsTextList(code => code);
        partnership.Property(p => p.SdgTargets).IsTextList(code => code);
        partnership.HasMany(p => p.Topics).WithOne().HasForeignKey(t => t.PartnershipId).HasPrincipalKey(p => p.Id);
        partnership.Navigation(p => p.Topics).AutoInclude();
        partnership.HasIndex(p => p.NameKey);
        partnership.HasIndex(p => p.UpdatedAt);
        partnership.HasIndex(p => p.HealthChecksFrom).HasFilter("\"HealthChecksFrom\" IS NOT NULL");
        partnership.HasIndex(p => p.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PartnershipTopic> topic)
    {
        topic.ToTable("PartnershipTopics");
        topic.Property(t => t.Code).HasMaxLength(Limits.VocabularyCode);
        topic
            .HasIndex(t => new
            {
                t.PartnershipId,
                t.Kind,
                t.Code,
            })
            .IsUnique();
        topic.HasIndex(t => new
        {
            t.Kind,
            t.Code,
            t.PartnershipId,
        });
    }

    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.HasIndex(m => new { m.PartnershipId, m.OrganizationId }).IsUnique();
        member.HasIndex(m => m.OrganizationId);
        member.HasIndex(m => m.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        member
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(m => m.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        member
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(m => m.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
