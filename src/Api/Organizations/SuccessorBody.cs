namespace PartnershipTracker.Api.Organizations;

/// <summary>The person who takes over from a contact.</summary>
/// <param name="Language">The language of mails to this contact: en, fr, es, ar, ru or zh; en by default.</param>
internal sealed record SuccessorBody(string Name, string Email, string? Language = null);
