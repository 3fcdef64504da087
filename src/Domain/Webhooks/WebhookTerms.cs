namespace PartnershipTracker.Domain.Webhooks;

/// <param name="Url">Absolute; https, to a public address, unless the installation allows others.</param>
/// <param name="Events">Names such as <c>commitment.accepted</c>; empty means all.</param>
/// <param name="OwnerEmail">Receives a mail when it is disabled.</param>
public sealed record WebhookTerms(string Url, string? Description, IReadOnlyList<string> Events, string OwnerEmail);
