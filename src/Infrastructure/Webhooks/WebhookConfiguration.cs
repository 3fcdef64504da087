using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.HasAlternateKey(w => w.Id);
        webhook.Property(w => w.Version).IsConcurrencyToken();
        webhook.Property(w => w.Url).HasMaxLength(Limits.Url);
        webhook.Property(w => w.Description).HasMaxLength(Limits.ShortText);
        webhook.Property(w => w.EventNames).IsTextList(name => name);
        webhook.Property(w => w.OwnerEmail).HasMaxLength(Limits.Email);
        webhook.HasIndex(w => w.OrganizationId);
        webhook
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(w => w.OrganizationId)
            .HasPrincipalKey(o => o.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.HasIndex(d => d.Id).IsUnique();
        delivery.Property(d => d.EventId).HasMaxLength(WebhookDelivery.EventIdMaxLength);
        delivery.Property(d => d.Event).HasMaxLength(WebhookDelivery.EventMaxLength);

        // One delivery for each webhook and event, however often the event is found.
        delivery.HasIndex(d => new { d.WebhookId, d.EventId }).IsUnique();
        delivery.HasIndex(d => new { d.WebhookId, d.Seq });
        delivery.HasIndex(d => d.CreatedAt);
        delivery.HasIndex(d => d.FlagId).HasFilter("\"FlagId\" IS NOT NULL");
        delivery.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).HasPrincipalKey(w => w.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
