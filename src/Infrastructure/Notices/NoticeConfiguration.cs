using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Notices;

namespace PartnershipTracker.Infrastructure.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice
            .HasIndex(n => new
            {
                n.ItemId,
                n.Kind,
                n.Rung,
                n.Version,
                n.PersonId,
            })
            .IsUnique();
        notice.HasIndex(n => n.PersonId);
    }
}
