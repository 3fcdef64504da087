using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Warns of rows that describe an organization otherwise than it is stored; the stored values stay. Each difference is reported once, not
/// for every row.
/// </summary>
internal sealed class OrganizationDifferences
{
    private readonly HashSet<(OrganizationId, string, string)> _told = [];
    private readonly HashSet<(OrganizationId, string, string)> _telling = [];

    public IEnumerable<RowIssue> About(ImportRow row, Organization organization)
    {
        var (name, type) = (row.Organization.Name.Trim(), row.Organization.Type.Trim());
        if (name != organization.Name)
        {
            var isSame = TextKey.Of(name) == organization.NameKey;
            if (IsNew("name", name))
                yield return new RowIssue(
                    row.Line,
                    "organization.name",
                    isSame ? "import.sameOrganization" : "import.organizationDiffers",
                    [name, organization.Name]
                );
        }

        if (type != organization.Type && IsNew("type", type))
            yield return Differs("organization.type", type, organization.Type);
        if (CountryOf(row) is { } country && country != organization.CountryCode && IsNew("countryCode", country))
            yield return Differs("organization.countryCode", country, organization.CountryCode ?? "–");

        bool IsNew(string field, string value) =>
            !_told.Contains((organization.Id, field, value)) && _telling.Add((organization.Id, field, value));
        RowIssue Differs(string field, string given, string here) => new(row.Line, field, "import.organizationDiffers", [given, here]);
    }

    /// <summary>The batch with the new remarks is saved; before that it may have to be saved again.</summary>
    public void Keep()
    {
        _told.UnionWith(_telling);
        _telling.Clear();
    }

    /// <returns>Null if the row gives no country, or none that is known.</returns>
    private static string? CountryOf(ImportRow row)
    {
        try
        {
            return Blank.ToNull(row.Organization.CountryCode) is { } code ? Codes.Country(code) : null;
        }
        catch (DomainException)
        {
            return null;
        }
    }
}
