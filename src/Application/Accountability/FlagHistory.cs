using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// Writes the flags of a sweep to the history, with the values that were stored, in the transaction of the sweep; the same text runs on
/// both databases. {0} is the time of the sweep in UTC ticks. Running it again adds nothing.
/// </summary>
internal static class FlagHistory
{
    /// <summary>Braces of JSON are doubled, because single ones are places of parameters.</summary>
    private const string Open = "{{",
        Close = "}}";

    private const string Id = """LOWER(CAST(f."Id" AS text))""";

    /// <summary>What raising a flag stores, in addition to its id and its commitment.</summary>
    private static readonly string[] RaisedColumns =
    [
        nameof(Flag.MilestoneId),
        nameof(Flag.OrganizationId),
        nameof(Flag.PartnershipId),
        nameof(Flag.DueDate),
        nameof(Flag.DueDateVersion),
        nameof(Flag.OverdueAt),
        nameof(Flag.RaisedAt),
    ];

    /// <param name="only">An additional condition on the flags, called f.</param>
    public static string Raised(string only) =>
        Insert("flagRaised", nameof(Flag.RaisedAt), HistoryRecord.Added, Member("Kind") + Members(RaisedColumns), "", only);

    /// <param name="only">As in <see cref="Raised"/>.</param>
    public static string Cleared(string only) =>
        Insert(
            "flagCleared",
            nameof(Flag.ClearedAt),
            HistoryRecord.Changed,
            Member(nameof(Flag.ClearedAt)) + Members(nameof(Flag.ClearedBecause)),
            $""" || ',"because":"' || {CamelCase("ClearedBecause")} || '"'""",
            only
        );

    /// <summary>Writes the raised flags of initiatives. They record no values, because nothing is compared with them.</summary>
    /// <param name="only">As in <see cref="Raised"/>.</param>
    public static string RaisedOfInitiatives(string only) => OfInitiatives("flagRaised", nameof(Flag.RaisedAt), "", only);

    /// <summary>As <see cref="RaisedOfInitiatives"/>, for those that were cleared.</summary>
    public static string ClearedOfInitiatives(string only) =>
        OfInitiatives("flagCleared", nameof(Flag.ClearedAt), $""" || ',"because":"' || {CamelCase("ClearedBecause")} || '"'""", only);

    private static string OfInitiatives(string name, string at, string more, string only) =>
        $$"""
            INSERT INTO "History" ("At", "ActorKind", "Event", "OrganizationId", "InitiativeId", "Data")
            SELECT {0}, '{{ActorKind.System}}', '{{name}}', f."OrganizationId", f."InitiativeId",
                '{{Open}}"flagId":"' || {{Id}} || '","kind":"' || {{CamelCase("Kind")}} || '"'
                    || ',"dueDate":"' || CAST(f."DueDate" AS text) || '"'{{more}} || '{{Close}}'
            FROM "Flags" AS f
            WHERE f."InitiativeId" IS NOT NULL AND f."UpdatedAt" = {0} AND f."{{at}}" = {0} AND NOT EXISTS (
                SELECT 1 FROM "History" AS h
                WHERE h."InitiativeId" = f."InitiativeId" AND h."At" = {0} AND h."Event" = '{{name}}'
                    AND h."Data" LIKE '%' || {{Id}} || '%'){{only}}
            """;

    /// <summary>
    /// Writes the raised flags of outcomes to the history of their dialogue. As those of initiatives, they record no values.
    /// </summary>
    /// <param name="only">An additional condition on the outcomes, called o.</param>
    public static string RaisedOfOutcomes(string only) => OfOutcomes("flagRaised", nameof(Flag.RaisedAt), "", only);

    /// <summary>As <see cref="RaisedOfOutcomes"/>, for those that were cleared.</summary>
    public static string ClearedOfOutcomes(string only) =>
        OfOutcomes("flagCleared", nameof(Flag.ClearedAt), $""" || ',"because":"' || {CamelCase("ClearedBecause")} || '"'""", only);

    private static string OfOutcomes(string name, string at, string more, string only) =>
        $$"""
            INSERT INTO "History" ("At", "ActorKind", "Event", "DialogueId", "Data")
            SELECT {0}, '{{ActorKind.System}}', '{{name}}', o."DialogueId",
                '{{Open}}"flagId":"' || {{Id}} || '","kind":"' || {{CamelCase("Kind")}} || '"'
                    || ',"outcomeId":"' || LOWER(CAST(f."OutcomeId" AS text)) || '"'
                    || COALESCE(',"outcomeStepId":"' || LOWER(CAST(f."OutcomeStepId" AS text)) || '"', '')
                    || ',"dueDate":"' || CAST(f."DueDate" AS text) || '"'{{more}} || '{{Close}}'
            FROM "Flags" AS f JOIN "Outcomes" AS o ON o."Id" = f."OutcomeId"
            WHERE f."UpdatedAt" = {0} AND f."{{at}}" = {0} AND NOT EXISTS (
                SELECT 1 FROM "History" AS h
                WHERE h."DialogueId" = o."DialogueId" AND h."At" = {0} AND h."Event" = '{{name}}'
                    AND h."Data" LIKE '%' || {{Id}} || '%'){{only}}
            """;

    private static string Insert(string name, string at, string happened, string values, string more, string only) =>
        $$"""
            INSERT INTO "History" ("At", "ActorKind", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data", "Record")
            SELECT {0}, '{{ActorKind.System}}', '{{name}}', f."CommitmentId", f."OrganizationId", f."PartnershipId",
                '{{Open}}"flagId":"' || {{Id}} || '","kind":"' || {{CamelCase("Kind")}} || '"'
                    || COALESCE(',"milestoneId":"' || LOWER(CAST(f."MilestoneId" AS text)) || '"', '')
                    || ',"dueDate":"' || CAST(f."DueDate" AS text) || '"'{{more}} || '{{Close}}',
                '{{Open}}"{{happened}}":{{Open}}"Flags/' || {{Id}} || '":{{Open}}' || {{values}} || '{{Close}}{{Close}}{{Close}}'
            FROM "Flags" AS f
            WHERE f."CommitmentId" IS NOT NULL AND f."UpdatedAt" = {0} AND f."{{at}}" = {0} AND NOT EXISTS (
                SELECT 1 FROM "History" AS h
                WHERE h."CommitmentId" = f."CommitmentId" AND h."At" = {0} AND h."Event" = '{{name}}'
                    AND h."Data" LIKE '%' || {{Id}} || '%'){{only}}
            """;

    private static string Member(string column) => $"""'"{column}":"' || CAST(f."{column}" AS text) || '"'""";

    /// <summary>An empty value is left out.</summary>
    private static string Members(params string[] columns) =>
        string.Concat(columns.Select(column => $""" || COALESCE(',"{column}":"' || CAST(f."{column}" AS text) || '"', '')"""));

    private static string CamelCase(string column) => $"""LOWER(SUBSTR(f."{column}", 1, 1)) || SUBSTR(f."{column}", 2)""";
}
