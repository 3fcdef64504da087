namespace PartnershipTracker.Api.Webhooks;

/// <param name="Events">Names such as <c>commitment.accepted</c>; none means all.</param>
/// <param name="OwnerEmail">Who gets a mail when the webhook is disabled.</param>
internal sealed record WebhookBody(string Url, string OwnerEmail, string? Description = null, IReadOnlyList<string>? Events = null);
