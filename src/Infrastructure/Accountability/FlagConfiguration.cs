using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Accountability;

namespace PartnershipTracker.Infrastructure.Accountability;

internal sealed class FlagConfiguration : IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.HasIndex(f => f.UpdatedAt);
        flag.HasIndex(f => f.Id).IsUnique();
        flag.HasIndex(f => f.OrganizationId);

        // At most one open flag for each cause, so that two sweeps at the same time cannot raise it twice.
        flag.HasIndex(f => new { f.CommitmentId, f.Kind })
            .IsUnique()
            .HasFilter("\"ClearedAt\" IS NULL AND \"MilestoneId\" IS NULL AND \"CommitmentId\" IS NOT NULL")
            .HasDatabaseName("IX_Flags_OpenCommitment");
        flag.HasIndex(f => f.MilestoneId)
            .IsUnique()
            .HasFilter("\"ClearedAt\" IS NULL AND \"MilestoneId\" IS NOT NULL")
            .HasDatabaseName("IX_Flags_OpenMilestone");
        flag.HasIndex(f => f.InitiativeId)
            .IsUnique()
            .HasFilter("\"ClearedAt\" IS NULL AND \"InitiativeId\" IS NOT NULL")
            .HasDatabaseName("IX_Flags_OpenInitiative");
        flag.HasIndex(f => f.OutcomeId)
            .IsUnique()
            .HasFilter("\"ClearedAt\" IS NULL AND \"OutcomeId\" IS NOT NULL AND \"OutcomeStepId\" IS NULL")
            .HasDatabaseName("IX_Flags_OpenOutcome");

        // Also finds all open flags of an outcome.
        flag.HasIndex(f => new { f.OutcomeId, f.OutcomeStepId })
            .IsUnique()
            .HasFilter("\"ClearedAt\" IS NULL AND \"OutcomeId\" IS NOT NULL")
            .HasDatabaseName("IX_Flags_OpenOutcomeStep");
        flag.HasIndex(f => f.CommitmentId).HasDatabaseName("IX_Flags_CommitmentId");
    }
}
