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
        mail.Property(m => m.Recipient).HasMaxLength(Email.MaxLength);
    }
}
