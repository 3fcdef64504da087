using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>Webhooks for the rows of <see cref="EveryEndpointTests"/>.</summary>
internal static class WebhookThings
{
    public static async Task<Guid> Webhook(World w, Whose whose)
    {
        await MakeRoom(w, whose);
        var webhook = new RegisterWebhook("https://hooks.example.org/", "ops@example.org", OrganizationId: w.Organization(whose).Value);
        return (await w.Host.Send(webhook)).Id;
    }

    /// <summary>An organization has at most twenty webhooks, and all rows together create more.</summary>
    public static async Task MakeRoom(World w, Whose whose)
    {
        foreach (var old in (await w.Host.Send(new ListWebhooks(w.Organization(whose).Value, Limit: 200))).Items)
            await w.Host.Send(new RemoveWebhook(new WebhookId(old.Id)));
    }
}
