using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Infrastructure.Persistence.Configuration;

internal sealed class HistoryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Event).HasMaxLength(80);
        entry.HasIndex(e => new { e.CommitmentId, e.At }).HasFilter("\"CommitmentId\" IS NOT NULL");
        entry.HasIndex(e => new { e.OrganizationId, e.At }).HasFilter("\"OrganizationId\" IS NOT NULL");
        entry.HasIndex(e => new { e.PartnershipId, e.At }).HasFilter("\"PartnershipId\" IS NOT NULL");
        entry.HasIndex(e => e.At);
        entry.Property(e => e.Hash).HasMaxLength(64);
        entry.HasIndex(e => e.Number).IsUnique();
        entry.HasIndex(e => e.Seq).HasFilter("\"Number\" IS NULL").HasDatabaseName("IX_History_Unsealed");
    }
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<ReportSchedule>, IEntityTypeConfiguration<AccountabilityReport>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.HasAlternateKey(s => s.Id);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.Property(s => s.Name).HasMaxLength(ReportSchedule.NameMaxLength);
        schedule.Property(s => s.Recipients).IsTextList(address => address);
        schedule.Property(s => s.Filter).HasConversion(
            filter => JsonSerializer.Serialize(filter, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<ReportFilter>(text, JsonSerializerOptions.Web)!);
        schedule.Property(s => s.NextRunAt).IsConcurrencyToken();
        schedule.HasIndex(s => s.NextRunAt).HasFilter("\"NextRunAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AccountabilityReport> report)
    {
        report.HasIndex(r => r.Id).IsUnique();
        report.HasIndex(r => r.ScheduleId);
        report.HasOne<ReportSchedule>().WithMany().HasForeignKey(r => r.ScheduleId).HasPrincipalKey(s => s.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("Mails");
        mail.HasIndex(m => m.Id).IsUnique();
        mail.Property(m => m.Recipient).HasMaxLength(Email.MaxLength);
    }
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportRun> import)
    {
        import.ToTable("Imports");
        import.HasAlternateKey(i => i.Id);
        import.HasIndex(i => i.State);
    }

    public void Configure(EntityTypeBuilder<ImportItem> item)
    {
        item.ToTable("ImportItems");
        item.HasIndex(i => i.ImportId);
        item.HasOne<ImportRun>().WithMany().HasForeignKey(i => i.ImportId).HasPrincipalKey(i => i.Id);
    }
}
