using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.HealthChecks;

internal sealed class HealthCheckConfiguration
    : IEntityTypeConfiguration<HealthCheckRound>,
        IEntityTypeConfiguration<HealthCheckInvitation>,
        IEntityTypeConfiguration<HealthTally>
{
    public void Configure(EntityTypeBuilder<HealthCheckRound> round)
    {
        round.HasAlternateKey(r => r.Id);
        round.Property(r => r.Version).IsConcurrencyToken();
        round.Property(r => r.Period).HasMaxLength(Limits.Name);
        round.Ignore(r => r.HistorySubject);

        // Two people who open a round at the same moment get the same number.
        round.HasIndex(r => new { r.PartnershipId, r.Number }).IsUnique();
        round.HasIndex(r => r.ClosesAt).HasFilter("\"ClosedAt\" IS NULL AND \"CancelledAt\" IS NULL");
        round
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(r => r.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HealthCheckInvitation> invitation)
    {
        invitation.Property(i => i.Hash).HasMaxLength(Conventions.HashLength);
        invitation.HasIndex(i => i.Hash).IsUnique();
        invitation.Property(i => i.ReminderHash).HasMaxLength(Conventions.HashLength);
        invitation.HasIndex(i => i.ReminderHash).IsUnique().HasFilter("\"ReminderHash\" IS NOT NULL");
        invitation.HasIndex(i => new { i.RoundId, i.ContactId }).IsUnique();
        invitation.HasIndex(i => new { i.RoundId, i.OrganizationId });

        // No foreign key to the contact, because contacts can be erased.
        invitation
            .HasOne<HealthCheckRound>()
            .WithMany()
            .HasForeignKey(i => i.RoundId)
            .HasPrincipalKey(r => r.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HealthTally> tally)
    {
        tally
            .HasIndex(t => new
            {
                t.RoundId,
                t.Role,
                t.Sector,
                t.Statement,
                t.Rating,
            })
            .IsUnique();
        tally
            .HasOne<HealthCheckRound>()
            .WithMany()
            .HasForeignKey(t => t.RoundId)
            .HasPrincipalKey(r => r.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
