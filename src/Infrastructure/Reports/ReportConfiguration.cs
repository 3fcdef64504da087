using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reports;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Reports;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<ReportSchedule>, IEntityTypeConfiguration<AccountabilityReport>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.HasAlternateKey(s => s.Id);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.Property(s => s.Name).HasMaxLength(Limits.Name);
        schedule.Property(s => s.Recipients).IsTextList(address => address);
        schedule
            .Property(s => s.Filter)
            .HasConversion(
                filter => JsonSerializer.Serialize(filter, JsonSerializerOptions.Web),
                text => JsonSerializer.Deserialize<ReportFilter>(text, JsonSerializerOptions.Web)!
            );
        schedule.Property(s => s.NextRunAt).IsConcurrencyToken();
        schedule.HasIndex(s => s.NextRunAt).HasFilter("\"NextRunAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AccountabilityReport> report)
    {
        report.HasIndex(r => r.Id).IsUnique();
        report.HasIndex(r => r.ScheduleId);
        report
            .HasOne<ReportSchedule>()
            .WithMany()
            .HasForeignKey(r => r.ScheduleId)
            .HasPrincipalKey(s => s.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
