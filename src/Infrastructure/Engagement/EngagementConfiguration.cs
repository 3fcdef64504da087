using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Infrastructure.Engagement;

internal sealed class EngagementConfiguration : IEntityTypeConfiguration<CommunityEngagement>, IEntityTypeConfiguration<ResultMeasure>
{
    public void Configure(EntityTypeBuilder<CommunityEngagement> engagement)
    {
        engagement.ToTable("Engagements");
        engagement.HasIndex(e => e.Id).IsUnique();
        engagement.Property(e => e.Version).IsConcurrencyToken();
        engagement.Property(e => e.Community).HasMaxLength(Limits.Title);
        engagement.Property(e => e.Note).HasMaxLength(Limits.Note);
        engagement.Ignore(e => e.Subject);
        engagement.Ignore(e => e.HistorySubject);
        engagement.HasIndex(e => new { e.PartnershipId, e.Seq });
        engagement.HasIndex(e => new { e.CommitmentId, e.Seq }).HasFilter("\"CommitmentId\" IS NOT NULL");
        engagement
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(e => e.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        engagement
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(e => e.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
        engagement
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(e => e.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ResultMeasure> measure)
    {
        measure.ToTable("ResultMeasures");
        measure.HasIndex(m => m.Id).IsUnique();
        measure.Property(m => m.Version).IsConcurrencyToken();
        measure.Property(m => m.Indicator).HasMaxLength(Limits.Text);
        measure.Property(m => m.Unit).HasMaxLength(Limits.Unit);
        measure.Ignore(m => m.Subject);
        measure.Ignore(m => m.HistorySubject);
        measure.HasIndex(m => new { m.PartnershipId, m.Seq });
        measure.HasIndex(m => new { m.CommitmentId, m.Seq }).HasFilter("\"CommitmentId\" IS NOT NULL");
        measure
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(m => m.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        measure
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(m => m.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
