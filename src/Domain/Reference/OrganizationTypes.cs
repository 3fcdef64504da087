using System.Collections.Frozen;

namespace PartnershipTracker.Domain.Reference;

/// <summary>A type of organization.</summary>
/// <param name="Code">IATI OrganisationType, two digits, such as "22".</param>
/// <param name="Name">In English, and in French where IATI has it.</param>
/// <param name="Description">Only where IATI has one.</param>
public sealed record OrganizationType(string Code, LocalizedText Name, LocalizedText? Description = null)
{
    /// <summary>The part of society this type belongs to. The grouping is this product's own.</summary>
    public Sector Sector { get; } =
        Code switch
        {
            "10" or "11" or "15" => Sector.Public,
            "21" or "22" or "23" or "24" => Sector.CivilSociety,
            "30" => Sector.PublicPrivate,
            "40" => Sector.Multilateral,
            "60" => Sector.Philanthropy,
            "70" or "71" or "72" or "73" => Sector.Private,
            "80" => Sector.Academia,
            "90" => Sector.Other,
            _ => throw new ArgumentException($"The organization type {Code} belongs to no sector yet.", nameof(Code)),
        };
}

/// <summary>The types. Source: OrganisationType code list of the IATI Standard 2.03, http://iatistandard.org/ (CC BY 4.0).</summary>
public static class OrganizationTypes
{
    /// <summary>All 16, by code.</summary>
    public static IReadOnlyList<OrganizationType> All { get; } = ReferenceData.Read<OrganizationType>("organizationTypes.json");

    private static readonly FrozenDictionary<string, OrganizationType> ByCode = All.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>The type with this code, or null.</summary>
    public static OrganizationType? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
