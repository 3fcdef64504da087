using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Api.Dashboard.Initiatives;

/// <summary>Words about initiatives and the people who propose them.</summary>
internal static class InitiativeWords
{
    /// <summary>A person, their organization, or both; "somebody" where neither is known.</summary>
    public static string Who(string? person, string? organization) =>
        (person, organization) switch
        {
            ({ } name, { } of) => Texts.Page("initiative.who", Format.Name(name), Format.Name(of)),
            ({ } name, null) => Format.Name(name),
            (null, { } of) => Format.Name(of),
            _ => Texts.Page("initiative.who.unknown"),
        };

    /// <summary>What the list says about where it stands, in one sentence.</summary>
    public static string Standing(InitiativeDetails initiative) =>
        initiative switch
        {
            { IsOverdue: true } => Texts.Count("initiative.standing.overdue", initiative.DaysOverdue, initiative.DecisionDueOn),
            { Status: InitiativeStatus.Proposed } => Texts.Page("initiative.standing.waits", initiative.DecisionDueOn),
            { Status: InitiativeStatus.Withdrawn } => Texts.Page("initiative.standing.withdrawn", DayOf(initiative)),
            { Status: InitiativeStatus.Accepted } => Texts.Page("initiative.standing.accepted", DayOf(initiative)),
            _ => Texts.Page("initiative.standing.declined", DayOf(initiative)),
        };

    private static DateOnly DayOf(InitiativeDetails initiative) => DateOnly.FromDateTime(initiative.DecidedAt!.Value.UtcDateTime);
}
