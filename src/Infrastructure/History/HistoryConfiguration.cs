using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Application.Inclusion;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.History;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.History;

internal sealed class HistoryConfiguration : IEntityTypeConfiguration<HistoryEntry>, IEntityTypeConfiguration<AuditVerification>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Event).HasMaxLength(HistoryEntry.EventMaxLength);
        entry.HasIndex(e => new { e.CommitmentId, e.At }).HasFilter("\"CommitmentId\" IS NOT NULL");
        entry.HasIndex(e => new { e.OrganizationId, e.At }).HasFilter("\"OrganizationId\" IS NOT NULL");
        entry.HasIndex(e => new { e.PartnershipId, e.At }).HasFilter("\"PartnershipId\" IS NOT NULL");
        entry.HasIndex(e => new { e.InitiativeId, e.At }).HasFilter("\"InitiativeId\" IS NOT NULL");
        entry.HasIndex(e => new { e.DialogueId, e.At }).HasFilter("\"DialogueId\" IS NOT NULL");
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.ActorKind, e.ActorId }).HasFilter(DecisionEvents.Filter).HasDatabaseName("IX_History_Decisions");
        entry.Property(e => e.Hash).HasMaxLength(Conventions.HashLength);
        entry.HasIndex(e => e.Number).IsUnique();
        entry.HasIndex(e => e.Seq).HasFilter("\"Number\" IS NULL").HasDatabaseName("IX_History_Unsealed");
    }

    public void Configure(EntityTypeBuilder<AuditVerification> verification)
    {
        verification.HasIndex(v => v.Id).IsUnique();
        verification.Property(v => v.ExpectedHead).HasMaxLength(Conventions.HashLength);
        verification.Property(v => v.Reason).HasMaxLength(DeferredWork.ReasonMaxLength);
    }
}
