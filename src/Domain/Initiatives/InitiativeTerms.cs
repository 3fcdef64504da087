using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Initiatives;

/// <summary>What is proposed.</summary>
/// <param name="Pillar">The code of a pillar.</param>
/// <param name="Themes">Codes of themes.</param>
/// <param name="Idea">What is to be done.</param>
/// <param name="Need">Whose need it answers.</param>
/// <param name="Offer">What the proposer brings; null for nothing yet.</param>
/// <param name="Ask">What others are asked for; null for nothing.</param>
/// <param name="OrganizationId">The organization that would carry it; null for a proposal of an individual.</param>
public sealed record InitiativeTerms(
    string Title,
    string Pillar,
    IReadOnlyList<string> Themes,
    string Idea,
    string Need,
    string? Offer = null,
    string? Ask = null,
    OrganizationId? OrganizationId = null
);
