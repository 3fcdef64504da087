using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Inclusion;

/// <summary>Puts counts into groups, and writes the sentences about who is missing.</summary>
internal static class InclusionReport
{
    public static InclusionSummary Of(
        IReadOnlyCollection<OrganizationCount> organizations,
        IReadOnlyCollection<PersonCount> people,
        IReadOnlyCollection<DeciderCount> deciders,
        IVocabulary vocabulary
    )
    {
        var given = people.Select(p => p.StakeholderGroup).Concat(deciders.Select(d => d.StakeholderGroup)).OfType<string>().ToList();
        var groups = new InclusionSummary(
            [],
            organizations.Sum(o => o.Total),
            people.Sum(p => p.Total),
            people.Sum(p => p.WithoutOrganization),
            deciders.Sum(d => d.Total),
            Groups(
                InclusionCodes.Sectors(),
                organizations.Select(o => new Counted(Code(o.Sector), o.Total, o.Roles)),
                deciders.Select(d =>
                    (
                        d.IsKnown
                            ? d.Sector is { } sector
                                ? Code(sector)
                                : InclusionGroup.None
                            : InclusionGroup.Unknown,
                        d.Total
                    )
                )
            ),
            Groups(
                InclusionCodes.IncomeGroups(),
                organizations.Select(o => new Counted(InclusionCodes.IncomeOf(o.CountryCode), o.Total, o.Roles)),
                deciders.Select(d =>
                    (d is { IsKnown: true, Sector: not null } ? InclusionCodes.IncomeOf(d.CountryCode) : Nobody(d), d.Total)
                )
            ),
            Groups(
                InclusionCodes.Communities(),
                organizations.Select(o => new Counted(o.IsCommunity ? InclusionCodes.Community : InclusionCodes.Other, o.Total, o.Roles)),
                deciders.Select(d =>
                    (
                        d is { IsKnown: true, Sector: not null }
                            ? d.IsCommunity
                                ? InclusionCodes.Community
                                : InclusionCodes.Other
                            : Nobody(d),
                        d.Total
                    )
                )
            ),
            Groups(
                vocabulary.Active(VocabularyKind.StakeholderGroup, given).Select(term => (term.Code, term.Name)),
                people.Select(p => new Counted(p.StakeholderGroup ?? InclusionGroup.Unknown, p.Total, p.Roles, p.WithoutOrganization)),
                deciders.Select(d => (d.StakeholderGroup ?? InclusionGroup.Unknown, d.Total))
            ),
            Groups(
                InclusionCodes.CareerStages(),
                people.Select(p => new Counted(InclusionCodes.CareerOf(p.IsEarlyCareer), p.Total, p.Roles, p.WithoutOrganization)),
                deciders.Select(d => (InclusionCodes.CareerOf(d.IsEarlyCareer), d.Total))
            )
        );
        return groups with { Sentences = [.. Sentences(groups)] };
    }

    private static IReadOnlyList<InclusionGroup> Groups(
        IEnumerable<(string Code, string Name)> known,
        IEnumerable<Counted> taking,
        IEnumerable<(string Code, int Total)> deciding
    )
    {
        var (parties, decisions) = (taking.ToLookup(t => t.Code), deciding.ToLookup(d => d.Code));
        return
        [
            .. known
                .Append((InclusionGroup.None, Texts.Page("inclusion.none")))
                .Append((InclusionGroup.Unknown, Texts.Page("unknown")))
                .Select(group => new InclusionGroup(
                    group.Item1,
                    group.Item2,
                    parties[group.Item1].Sum(p => p.Total),
                    [
                        .. Enum.GetValues<MemberRole>()
                            .Select(role => new InclusionRole(role, parties[group.Item1].Sum(p => p.Roles.Of(role))))
                            .Where(role => role.Total > 0),
                    ],
                    parties[group.Item1].Sum(p => p.WithoutOrganization),
                    decisions[group.Item1].Sum(d => d.Total)
                ))
                .Where(group =>
                    group.Code is not (InclusionGroup.None or InclusionGroup.Unknown) || group.Total > 0 || group.Decisions > 0
                ),
        ];
    }

    private static IEnumerable<string> Sentences(InclusionSummary found)
    {
        foreach (var sentence in OfOrganizations(found))
            yield return sentence;
        if (found is { Organizations: 0, People: 0 })
            yield break;
        if (found.People == 0)
            yield return Texts.Page("inclusion.people.none");
        else
        {
            if (found.PeopleWithoutOrganization > 0)
                yield return Texts.Count("inclusion.people.individuals", found.PeopleWithoutOrganization, found.People);
            foreach (var sentence in OfGroups(found).Concat(OfCareers(found)))
                yield return sentence;
        }

        if (found.Decisions == 0)
        {
            yield return Texts.Page("inclusion.decisions.none");
            yield break;
        }

        var communities = found.Communities.Single(g => g.Code == InclusionCodes.Community);
        yield return Texts.Count(
            "inclusion.decisions",
            found.Decisions,
            communities.Decisions,
            found.Communities.Where(g => g.Code == InclusionGroup.None).Sum(g => g.Decisions),
            found.Communities.Where(g => g.Code == InclusionGroup.Unknown).Sum(g => g.Decisions)
        );
        yield return Texts.Page(
            "inclusion.decisions.career",
            found.CareerStages.Single(g => g.Code == InclusionCodes.EarlyCareer).Decisions,
            found.Decisions,
            found.CareerStages.Where(g => g.Code == InclusionGroup.Unknown).Sum(g => g.Decisions)
        );
    }

    private static IEnumerable<string> OfOrganizations(InclusionSummary found)
    {
        if (found.Organizations == 0)
        {
            yield return Texts.Page("inclusion.nobody");
            yield break;
        }

        var communities = found.Communities.Single(g => g.Code == InclusionCodes.Community);
        yield return communities.Total == 0
            ? Texts.Count("inclusion.communities.none", found.Organizations)
            : Texts.Count("inclusion.communities", communities.Total, found.Organizations, communities.Of(MemberRole.Lead));
        var sectors = found.Sectors.Where(g => g.Code != Code(Sector.Other));
        yield return Missing(sectors, "inclusion.sectors.missing", "inclusion.sectors.all");
        yield return Missing(found.IncomeGroups, "inclusion.income.missing", "inclusion.income.all");
        if (UnknownOf(found.IncomeGroups) is var countries and > 0)
            yield return Texts.Count("inclusion.income.unknown", countries);
    }

    /// <summary>Where nobody gave a group, nothing is known of any of them.</summary>
    private static IEnumerable<string> OfGroups(InclusionSummary found)
    {
        if (UnknownOf(found.StakeholderGroups) == found.People)
        {
            yield return Texts.Count("inclusion.groups.unknown", found.People);
            yield break;
        }

        yield return Texts.Page(
            "inclusion.groups",
            found.StakeholderGroups.Count(g => g is { Total: > 0, Code: not InclusionGroup.Unknown }),
            UnknownOf(found.StakeholderGroups),
            found.People
        );
        yield return Missing(found.StakeholderGroups, "inclusion.groups.missing", "inclusion.groups.all");
    }

    private static IEnumerable<string> OfCareers(InclusionSummary found)
    {
        if (UnknownOf(found.CareerStages) == found.People)
        {
            yield return Texts.Count("inclusion.career.unknown", found.People);
            yield break;
        }

        var early = found.CareerStages.Single(g => g.Code == InclusionCodes.EarlyCareer);
        yield return Texts.Page("inclusion.career", early.Total, found.People, UnknownOf(found.CareerStages));
        if (early.Total > 0)
            yield return Texts.Count("inclusion.career.lead", early.Of(MemberRole.Lead));
    }

    private static string Missing(IEnumerable<InclusionGroup> groups, string some, string none)
    {
        List<string> missing =
        [
            .. groups.Where(g => g.Total == 0 && g.Code is not (InclusionGroup.None or InclusionGroup.Unknown)).Select(g => g.Name),
        ];
        return missing.Count == 0 ? Texts.Page(none) : Texts.Page(some, string.Join(", ", missing));
    }

    private static int UnknownOf(IEnumerable<InclusionGroup> groups) =>
        groups.Where(g => g.Code == InclusionGroup.Unknown).Sum(g => g.Total);

    private static string Nobody(DeciderCount decider) => decider.IsKnown ? InclusionGroup.None : InclusionGroup.Unknown;

    private static string Code(Sector sector) => InclusionCodes.Of(sector);

    /// <summary>Organizations or people of one group.</summary>
    private sealed record Counted(string Code, int Total, RoleCounts Roles, int WithoutOrganization = 0);
}
