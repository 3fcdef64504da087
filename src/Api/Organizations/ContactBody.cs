using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Organizations;

/// <param name="Language">The language of mails to this contact: en, fr, es, ar, ru or zh; en by default.</param>
internal sealed record ContactBody(string Name, string Email, ContactRole Role, string? Language = null);
