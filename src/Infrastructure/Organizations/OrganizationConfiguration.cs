using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Infrastructure.Organizations;

internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.HasAlternateKey(o => o.Id);
        organization.Property(o => o.Version).IsConcurrencyToken();
        organization.Property(o => o.Name).HasMaxLength(Limits.Title);
        organization.Property(o => o.NameKey).HasMaxLength(TextKey.MaxLength);
        organization.Property(o => o.Type).HasMaxLength(Limits.OrganizationType);
        organization.Property(o => o.CountryCode).HasMaxLength(Limits.Country);
        organization.Property(o => o.TimeZone).HasMaxLength(Limits.TimeZone);
        organization.HasIndex(o => o.NameKey);
        organization.HasIndex(o => o.SourceId).IsUnique().HasFilter("\"SourceId\" IS NOT NULL");
        organization.HasIndex(o => o.Sector);
        organization.HasIndex(o => o.UpdatedAt);
        organization.HasIndex(o => o.CountryCode);
        organization.HasIndex(o => o.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        organization.HasMany(o => o.Contacts).WithOne().HasForeignKey(c => c.OrganizationId).HasPrincipalKey(o => o.Id);
    }

    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("Contacts");
        contact.HasIndex(c => c.Id).IsUnique();
        contact.Property(c => c.Name).HasMaxLength(Limits.Name);
        contact.Property(c => c.Email).HasMaxLength(Limits.Email);
        contact.Property(c => c.Language).HasMaxLength(Limits.Language);
        contact.HasIndex(c => c.Email);
        contact
            .HasIndex(c => new
            {
                c.OrganizationId,
                c.Email,
                c.Role,
            })
            .IsUnique();
    }
}
