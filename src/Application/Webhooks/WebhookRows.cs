using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

internal static class WebhookRows
{
    /// <summary>All webhooks for the secretariat; for others those of their own organization.</summary>
    public static IQueryable<Webhook> VisibleTo(this IQueryable<Webhook> webhooks, ICurrentUser user) =>
        user.SeesEverything() ? webhooks : webhooks.Where(w => w.OrganizationId != null && w.OrganizationId == user.OrganizationId);

    public static Task<Webhook> GetAsync(this IQueryable<Webhook> rows, WebhookId id, CancellationToken ct) => rows.GetAsync("webhook", w => w.Id == id, ct);
}
