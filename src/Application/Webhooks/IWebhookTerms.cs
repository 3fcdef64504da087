namespace PartnershipTracker.Application.Webhooks;

/// <summary>What a registration and a change have in common.</summary>
public interface IWebhookTerms
{
    string Url { get; }

    string? Description { get; }

    IReadOnlyList<string>? Events { get; }

    string OwnerEmail { get; }
}
