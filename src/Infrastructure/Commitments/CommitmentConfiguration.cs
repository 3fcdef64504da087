using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Commitments;

internal sealed class CommitmentConfiguration
    : IEntityTypeConfiguration<Commitment>,
        IEntityTypeConfiguration<Milestone>,
        IEntityTypeConfiguration<CommitmentTarget>,
        IEntityTypeConfiguration<CommitmentCountry>,
        IEntityTypeConfiguration<CommitmentTheme>,
        IEntityTypeConfiguration<ProgressReport>,
        IEntityTypeConfiguration<Evidence>,
        IEntityTypeConfiguration<ReportingPeriod>,
        IEntityTypeConfiguration<ChangeRequest>,
        IEntityTypeConfiguration<Assessment>,
        IEntityTypeConfiguration<Supporter>,
        IEntityTypeConfiguration<Payment>,
        IEntityTypeConfiguration<CommitmentVersion>
{
    public void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.HasAlternateKey(c => c.Id);
        commitment.Property(c => c.Version).IsConcurrencyToken();
        commitment.Property(c => c.Title).HasMaxLength(Limits.Title);
        commitment.Property(c => c.TitleKey).HasMaxLength(TextKey.MaxLength);
        commitment.Property(c => c.Themes).IsTextList(code => code);
        commitment.Property(c => c.SdgTargets).IsTextList(code => code);
        commitment.Property(c => c.CountryCodes).IsTextList(code => code);
        commitment.Property(c => c.Pillar).HasMaxLength(Limits.VocabularyCode);
        commitment.Property(c => c.SourceId).HasMaxLength(Limits.SourceId);
        commitment.OwnsOne(c => c.Measure);
        commitment.OwnsOne(c => c.Funding);
        commitment.ComplexProperty(c => c.Context);
        commitment.ComplexProperty(c => c.SubmittedBy);
        commitment
            .HasOne<Partnership>()
            .WithMany()
            .HasForeignKey(c => c.PartnershipId)
            .HasPrincipalKey(p => p.Id)
            .OnDelete(DeleteBehavior.Restrict);
        commitment
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(c => c.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
        commitment
            .HasOne<Outcome>()
            .WithMany()
            .HasForeignKey(c => c.OutcomeId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
        commitment.HasIndex(c => c.OutcomeId).HasFilter("\"OutcomeId\" IS NOT NULL");
        commitment.HasIndex(c => c.DialogueId).HasFilter("\"DialogueId\" IS NOT NULL");
        commitment.HasIndex(c => c.OutcomeStepId).HasFilter("\"OutcomeStepId\" IS NOT NULL");
        commitment.HasIndex(c => c.InitiativeId).HasFilter("\"InitiativeId\" IS NOT NULL");
        commitment.HasMany(c => c.Milestones).WithOne().HasForeignKey(m => m.CommitmentId).HasPrincipalKey(c => c.Id);
        commitment.HasMany(c => c.Targets).WithOne().HasForeignKey(t => t.CommitmentId).HasPrincipalKey(c => c.Id);
        commitment.HasMany(c => c.ThemeRows).WithOne().HasForeignKey(t => t.CommitmentId).HasPrincipalKey(c => c.Id);
        commitment.HasMany(c => c.Countries).WithOne().HasForeignKey(c => c.CommitmentId).HasPrincipalKey(c => c.Id);

        commitment.HasMany(c => c.Supporters).WithOne().HasForeignKey(s => s.CommitmentId).HasPrincipalKey(c => c.Id);
        commitment.HasMany(c => c.Periods).WithOne().HasForeignKey(p => p.CommitmentId).HasPrincipalKey(c => c.Id);

        commitment.HasIndex(c => c.DueDateKey);
        commitment.HasIndex(c => c.UpdatedAt);
        commitment.HasIndex(c => c.TitleKey);
        commitment.HasIndex(c => new { c.PartnershipId, c.DueDateKey });

        // Covering indexes: they include the columns that the overview counts, so that it does not read the wide rows.
        commitment
            .HasIndex(c => new
            {
                c.OrganizationId,
                c.DueDateKey,
                c.OverdueAt,
                c.WasAccepted,
                c.Status,
            })
            .HasDatabaseName("IX_Commitments_OfOrganization");
        commitment
            .HasIndex(c => new { c.OrganizationId, c.ReportDueAt })
            .HasFilter("\"ReportDueAt\" IS NOT NULL")
            .HasDatabaseName("IX_Commitments_ReportsOfOrganization");
        commitment
            .HasIndex(c => new
            {
                c.Status,
                c.DueDate,
                c.OverdueAt,
                c.DueAt,
                c.ReportedCompleteOn,
                c.ClosedOn,
                c.ReportingFrequency,
                c.OrganizationId,
                c.WasAccepted,
                c.EndedOverdueOn,
            })
            .HasDatabaseName("IX_Commitments_OfStatus");
        commitment.HasIndex(c => new
        {
            c.Pillar,
            c.OverdueAt,
            c.WasAccepted,
        });
        commitment
            .HasIndex(c => new
            {
                c.Id,
                c.OverdueAt,
                c.WasAccepted,
            })
            .HasDatabaseName("IX_Commitments_OverdueById");
        commitment.HasIndex(c => c.OverdueAt).HasFilter("\"OverdueAt\" IS NOT NULL");
        commitment.HasIndex(c => c.ReportDueAt).HasFilter("\"ReportDueAt\" IS NOT NULL");
        commitment.HasIndex(c => c.ReviewDueAt).HasFilter("\"ReviewDueAt\" IS NOT NULL");
        commitment.HasIndex(c => new { c.Status, c.AwaitsDecisionSince }).HasFilter("\"AwaitsDecisionSince\" IS NOT NULL");
        commitment.HasIndex(c => c.OffTrackAt).HasFilter("\"OffTrackAt\" IS NOT NULL");
        commitment.HasIndex(c => c.PeriodsRollAt).HasFilter("\"PeriodsRollAt\" IS NOT NULL");
        commitment.HasIndex(c => c.TimesMoved).HasFilter("\"TimesMoved\" > 0");
        commitment.HasIndex(c => c.DaysSlipped).HasFilter("\"DaysSlipped\" <> 0");
        commitment.HasIndex(c => c.EndedOverdueOn).HasFilter("\"EndedOverdueOn\" IS NOT NULL");
        commitment.HasIndex(c => c.SuccessorId).HasFilter("\"SuccessorId\" IS NOT NULL");
        commitment.HasIndex(c => c.SweepAt).HasFilter("\"SweepAt\" IS NOT NULL");
        commitment.HasIndex(c => c.ReportedCompleteOn).HasFilter("\"ReportedCompleteOn\" IS NOT NULL");
        commitment.HasIndex(c => new { c.PartnershipId, c.SourceId }).IsUnique().HasFilter("\"SourceId\" IS NOT NULL");
        commitment.HasIndex(c => c.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<CommitmentVersion> version)
    {
        version.Property(v => v.Title).HasMaxLength(Limits.Title);
        version.Property(v => v.Pillar).HasMaxLength(Limits.VocabularyCode);
        version.Property(v => v.Themes).IsTextList(code => code);
        version.Property(v => v.SdgTargets).IsTextList(code => code);
        version.Property(v => v.CountryCodes).IsTextList(code => code);
        version.HasIndex(v => new { v.CommitmentId, v.ValidFrom });
        version.HasIndex(v => v.CommitmentId).IsUnique().HasFilter("\"ValidTo\" IS NULL").HasDatabaseName("IX_CommitmentVersions_Current");

        // No foreign key, because versions stay when an import is undone.
    }

    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.ToTable("Milestones");
        milestone.HasIndex(m => m.Id).IsUnique();
        milestone.Property(m => m.Title).HasMaxLength(Limits.Title);
        milestone.ComplexProperty(m => m.CompletedBy);
        milestone.HasIndex(m => m.CommitmentId);
        milestone.HasIndex(m => m.OverdueAt).HasFilter("\"OverdueAt\" IS NOT NULL");
        milestone.HasIndex(m => m.SweepAt).HasFilter("\"SweepAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ReportingPeriod> period)
    {
        period.ToTable("ReportingPeriods");
        period.HasIndex(p => p.Id).IsUnique();
        period.HasIndex(p => new { p.CommitmentId, p.From });
    }

    public void Configure(EntityTypeBuilder<ChangeRequest> change)
    {
        change.ToTable("ChangeRequests");
        change.HasIndex(c => c.Id).IsUnique();
        change.HasIndex(c => new { c.CommitmentId, c.Status });
        change.ComplexProperty(c => c.FiledBy);
        change.HasIndex(c => c.RequestedAt).HasFilter("\"Status\" = 'Requested'").HasDatabaseName("IX_ChangeRequests_Waiting");
        change.Property(c => c.Unit).HasMaxLength(Limits.Unit);
        change.Property(c => c.Evidence).HasMaxLength(Limits.Url);
        change
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(c => c.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.HasIndex(a => a.Id).IsUnique();
        assessment.HasIndex(a => a.CommitmentId);
        assessment
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(a => a.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Supporter> supporter)
    {
        supporter.HasIndex(s => new { s.CommitmentId, s.OrganizationId }).IsUnique();
        supporter.HasIndex(s => s.OrganizationId);
        supporter
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(s => s.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.HasIndex(p => p.Id).IsUnique();
        payment.HasIndex(p => p.CommitmentId);
        payment.Property(p => p.Currency).HasMaxLength(Limits.Currency);
        payment.Property(p => p.Evidence).HasMaxLength(Limits.Url);
        payment
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(p => p.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommitmentTarget> target)
    {
        target.ToTable("CommitmentTargets");
        target.Property(t => t.Code).HasMaxLength(Limits.SdgTarget);
        target.HasIndex(t => new { t.CommitmentId, t.Code }).IsUnique();
        target.HasIndex(t => new { t.Goal, t.CommitmentId });
        target.HasIndex(t => new { t.Code, t.CommitmentId });
    }

    public void Configure(EntityTypeBuilder<CommitmentTheme> theme)
    {
        theme.ToTable("CommitmentThemes");
        theme.Property(t => t.Code).HasMaxLength(Limits.VocabularyCode);
        theme.HasIndex(t => new { t.CommitmentId, t.Code }).IsUnique();
        theme.HasIndex(t => new { t.Code, t.CommitmentId });
    }

    public void Configure(EntityTypeBuilder<CommitmentCountry> country)
    {
        country.ToTable("CommitmentCountries");
        country.Property(c => c.Code).HasMaxLength(Limits.Country);
        country.HasIndex(c => new { c.CommitmentId, c.Code }).IsUnique();
        country.HasIndex(c => new { c.Code, c.CommitmentId });
    }

    public void Configure(EntityTypeBuilder<ProgressReport> report)
    {
        report.HasAlternateKey(r => r.Id);
        report.ComplexProperty(r => r.FiledBy);
        report.HasIndex(r => r.CommitmentId);
        report.HasIndex(r => r.OrganizationId).HasFilter("\"Status\" = 'Returned'").HasDatabaseName("IX_ProgressReports_Returned");
        report.HasIndex(r => r.SubmittedAt).HasFilter("\"Status\" = 'Submitted'").HasDatabaseName("IX_ProgressReports_Waiting");
        report
            .HasOne<Commitment>()
            .WithMany()
            .HasForeignKey(r => r.CommitmentId)
            .HasPrincipalKey(c => c.Id)
            .OnDelete(DeleteBehavior.Restrict);
        report.HasMany(r => r.Evidence).WithOne().HasForeignKey(e => e.ReportId).HasPrincipalKey(r => r.Id);
    }

    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.HasIndex(e => e.Id).IsUnique();
        evidence.HasIndex(e => e.ReportId);
        evidence.HasIndex(e => e.CommitmentId);
        evidence.Property(e => e.Title).HasMaxLength(Limits.Title);
        evidence.Property(e => e.Url).HasMaxLength(Limits.Url);
        evidence.Property(e => e.FileName).HasMaxLength(Limits.FileName);
        evidence.Property(e => e.ContentType).HasMaxLength(Evidence.ContentTypeMaxLength);
        evidence.Property(e => e.Sha256).HasMaxLength(Conventions.HashLength);
    }
}
