using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.ReportLinks;

internal sealed class ReportLinkConfiguration : IEntityTypeConfiguration<ReportLink>
{
    public void Configure(EntityTypeBuilder<ReportLink> link)
    {
        link.ToTable("ReportLinks");
        link.HasIndex(l => l.Id).IsUnique();
        link.Property(l => l.Version).IsConcurrencyToken();
        link.Property(l => l.Hash).HasMaxLength(Conventions.HashLength);
        link.HasIndex(l => l.Hash).IsUnique();
        link.Property(l => l.Reason).HasMaxLength(Limits.ReportLinkReason);
        link.OwnsOne(
            l => l.Colleague,
            colleague =>
            {
                colleague.Property(c => c.Name).HasMaxLength(Limits.Name);
                colleague.Property(c => c.Email).HasMaxLength(Limits.Email);
            }
        );
        link.HasIndex(l => l.CommitmentId);
        link.HasIndex(l => l.ContactId);
        link.HasIndex(l => l.PassedOnFrom).HasFilter("\"PassedOnFrom\" IS NOT NULL");

        // No foreign key, because contacts can be erased.
        link.HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(l => l.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
