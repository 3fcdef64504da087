using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Exports;

/// <summary>The numbers of a pillar or theme: first as a whole, then by organization, then by country.</summary>
/// <param name="OrganizationId">Only of the ten organizations that are accountable for the most.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2: of a country, or of the organization; null where it is unknown.</param>
/// <param name="Part"><c>whole</c>, <c>organization</c> or <c>country</c>.</param>
/// <param name="Committed">The commitments that were ever accepted.</param>
/// <param name="Completed">Not counted by country.</param>
/// <param name="OnTime">Active and not overdue; only of the whole.</param>
public sealed record TermFigureRow(
    VocabularyKind Kind,
    string Code,
    string Name,
    string Part,
    Guid? OrganizationId,
    string? Organization,
    string? CountryCode,
    int Committed,
    int? Completed,
    int Overdue,
    int? OnTime
)
{
    public static IEnumerable<TermFigureRow> Of(TermOverview term) =>
        new[] { RowOf(term, "whole", term.Committed, term.Overdue) with { Completed = term.Completed, OnTime = term.OnTime } }
            .Concat(
                term.ByOrganization.Select(o =>
                    RowOf(term, "organization", o.Committed, o.Overdue) with
                    {
                        OrganizationId = o.OrganizationId,
                        Organization = o.Name,
                        CountryCode = o.CountryCode,
                        Completed = o.Completed,
                    }
                )
            )
            .Concat(term.ByCountry.Select(c => RowOf(term, "country", c.Total, c.Overdue) with { CountryCode = c.CountryCode }));

    private static TermFigureRow RowOf(TermOverview term, string part, int committed, int overdue) =>
        new(term.Kind, term.Code, term.Name, part, null, null, null, committed, null, overdue, null);
}
