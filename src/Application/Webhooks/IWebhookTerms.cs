namespace PartnershipTracker.Application.Webhooks;

/// <summary>The fields that registering and changing a webhook share.</summary>
public interface IWebhookTerms
{
    string Url { get; }

    string? Description { get; }

    IReadOnlyList<string>? Events { get; }

    string OwnerEmail { get; }
}
