namespace PartnershipTracker.Application.Imports;

/// <summary>The partnership that the commitments belong to. It is found by its name; otherwise it is proposed and activated.</summary>
public sealed record PartnershipMapping(
    string Name,
    DateOnly StartDate,
    string? Summary = null,
    IReadOnlyList<string>? SdgTargets = null,
    IReadOnlyList<string>? Pillars = null,
    IReadOnlyList<string>? Themes = null,
    IReadOnlyList<string>? CountryCodes = null,
    Domain.Partnerships.MemberRole MemberRole = Domain.Partnerships.MemberRole.Implementing
);
