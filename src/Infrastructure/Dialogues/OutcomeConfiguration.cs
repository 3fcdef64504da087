using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Infrastructure.Dialogues;

internal sealed class OutcomeConfiguration
    : IEntityTypeConfiguration<Outcome>,
        IEntityTypeConfiguration<OutcomeStep>,
        IEntityTypeConfiguration<OutcomeSource>,
        IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Outcome> outcome)
    {
        outcome.HasAlternateKey(o => o.Id);
        outcome.Property(o => o.Version).IsConcurrencyToken();
        outcome.Ignore(o => o.HistorySubject);
        outcome.Property(o => o.Title).HasMaxLength(Limits.Title);
        outcome.Property(o => o.Text).HasMaxLength(Limits.Note);
        outcome.Property(o => o.Evidence).HasMaxLength(Limits.Note);
        outcome.Property(o => o.EvidenceUrl).HasMaxLength(Limits.Url);
        outcome.HasIndex(o => new { o.DialogueId, o.Seq });
        outcome.HasOne<Dialogue>().WithMany().HasForeignKey(o => o.DialogueId).HasPrincipalKey(d => d.Id).OnDelete(DeleteBehavior.Restrict);
        outcome.HasMany(o => o.Steps).WithOne().HasForeignKey(s => s.OutcomeId).HasPrincipalKey(o => o.Id);
        outcome.HasMany(o => o.Sources).WithOne().HasForeignKey(s => s.OutcomeId).HasPrincipalKey(o => o.Id);
        outcome.HasMany(o => o.Agreements).WithOne().HasForeignKey(a => a.OutcomeId).HasPrincipalKey(o => o.Id);
    }

    public void Configure(EntityTypeBuilder<OutcomeStep> step)
    {
        step.HasIndex(s => s.Id).IsUnique();
        step.Property(s => s.Title).HasMaxLength(Limits.Title);
        step.Property(s => s.Lead).HasMaxLength(Limits.Title);
    }

    public void Configure(EntityTypeBuilder<OutcomeSource> source)
    {
        source.HasIndex(s => new { s.OutcomeId, s.NoteId }).IsUnique();
        source.HasOne<Note>().WithMany().HasForeignKey(s => s.NoteId).HasPrincipalKey(n => n.Id).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("OutcomeAgreements");
        agreement.Property(a => a.Group).HasMaxLength(Limits.VocabularyCode);
        agreement.Property(a => a.Reason).HasMaxLength(Limits.Text);
        agreement.HasIndex(a => new { a.OutcomeId, a.Group }).IsUnique();
        agreement.HasIndex(a => new { a.DialogueId, a.Seq });
    }
}
