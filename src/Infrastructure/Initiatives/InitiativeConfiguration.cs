using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Initiatives;

internal sealed class InitiativeConfiguration
    : IEntityTypeConfiguration<Initiative>,
        IEntityTypeConfiguration<InitiativeSupport>,
        IEntityTypeConfiguration<InitiativeComment>,
        IEntityTypeConfiguration<InitiativeConcern>,
        IEntityTypeConfiguration<EarlierConcernAnswer>
{
    public void Configure(EntityTypeBuilder<Initiative> initiative)
    {
        initiative.HasAlternateKey(i => i.Id);
        initiative.Property(i => i.Version).IsConcurrencyToken();
        initiative.Property(i => i.Title).HasMaxLength(Limits.Title);
        initiative.Property(i => i.TitleKey).HasMaxLength(TextKey.MaxLength);
        initiative.Property(i => i.Pillar).HasMaxLength(Limits.VocabularyCode);
        initiative.Property(i => i.Themes).IsTextList(code => code);
        initiative.ComplexProperty(i => i.ProposedBy);
        initiative.HasIndex(i => i.UpdatedAt);
        initiative.HasIndex(i => i.Pillar);
        initiative.HasIndex(i => i.OrganizationId);
        initiative.HasIndex(i => i.DecisionDueAt).HasFilter("\"Status\" = 'Proposed'").HasDatabaseName("IX_Initiatives_Waiting");
        initiative
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(i => i.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
        initiative
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(i => i.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        initiative
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(i => i.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>One support of each person or organization at a time, also when two requests arrive together.</summary>
    public void Configure(EntityTypeBuilder<InitiativeSupport> support)
    {
        support.HasIndex(s => s.Id).IsUnique();
        support.HasIndex(s => s.UpdatedAt);
        support.ComplexProperty(s => s.By);
        support.HasIndex(s => new { s.InitiativeId, s.SupporterKey }).IsUnique().HasFilter("\"WithdrawnAt\" IS NULL");
        support.HasIndex(s => s.OrganizationId);
        BelongsToInitiative(support, s => s.InitiativeId);
    }

    public void Configure(EntityTypeBuilder<InitiativeComment> comment)
    {
        comment.HasIndex(c => c.Id).IsUnique();
        comment.HasIndex(c => c.UpdatedAt);
        comment.ComplexProperty(c => c.By);
        comment.HasIndex(c => new { c.InitiativeId, c.CommentedAt });
        BelongsToInitiative(comment, c => c.InitiativeId);
    }

    public void Configure(EntityTypeBuilder<InitiativeConcern> concern)
    {
        concern.HasAlternateKey(c => c.Id);
        concern.HasIndex(c => c.UpdatedAt);
        concern.ComplexProperty(c => c.By);
        concern.HasIndex(c => new { c.InitiativeId, c.RaisedAt });
        BelongsToInitiative(concern, c => c.InitiativeId);
    }

    public void Configure(EntityTypeBuilder<EarlierConcernAnswer> answer) =>
        answer
            .HasOne<InitiativeConcern>()
            .WithMany()
            .HasForeignKey(a => a.ConcernId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);

    private static void BelongsToInitiative<T>(EntityTypeBuilder<T> row, System.Linq.Expressions.Expression<Func<T, object?>> initiativeId)
        where T : class =>
        row.HasOne<Initiative>().WithMany().HasForeignKey(initiativeId).HasPrincipalKey(i => i.Id).OnDelete(DeleteBehavior.Restrict);
}
