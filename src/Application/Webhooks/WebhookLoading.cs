using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

internal static class WebhookLoading
{
    /// <summary>A webhook that the caller may see.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Webhook> GetForChangeAsync(this ITrackerDb db, ICurrentUser user, WebhookId id, CancellationToken ct) =>
        (await db.Webhooks.VisibleTo(user).GetAsync(id, ct)).MustBeExpectedBy(user);
}
