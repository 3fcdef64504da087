using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Api.Organizations;

/// <param name="Language">In which we write to them: en, fr, es, ar, ru or zh; English where nobody says.</param>
internal sealed record ContactBody(string Name, string Email, ContactRole Role, string? Language = null);
