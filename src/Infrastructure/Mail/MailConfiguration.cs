using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Mail;

namespace PartnershipTracker.Infrastructure.Mail;

internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("Mails");
        mail.HasIndex(m => m.Id).IsUnique();
        mail.Property(m => m.Recipient).HasMaxLength(Limits.Email);

        mail.HasIndex(m => m.ReportId).HasFilter("\"ReportId\" IS NOT NULL");

        // Mails that somebody asked for are few; they are counted by address and by organization.
        mail.HasIndex(m => new { m.Recipient, m.CreatedAt }).HasFilter("\"RequestedBy\" IS NOT NULL");
        mail.HasIndex(m => new { m.RequestedBy, m.CreatedAt }).HasFilter("\"RequestedBy\" IS NOT NULL");
    }
}
