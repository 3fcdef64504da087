using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Creates deliveries for the flags of a sweep, in the transaction of the sweep; the same text runs on both databases. {0} is the time of
/// the sweep in UTC ticks. It runs before <c>SweepAt</c> is reset, because it finds the flags of this sweep by it.
/// </summary>
internal static class FlagFanOut
{
    /// <param name="only">An additional condition on the commitments, called c.</param>
    public static string[] Statements(string only) =>
        [
            InsertDeliveries(WebhookEvents.FlagRaised, "raised", "RaisedAt", only),
            InsertDeliveries(WebhookEvents.FlagCleared, "cleared", "ClearedAt", only),
            InsertWork,
        ];

    private static string InsertWork =>
        DeferredSql.Insert(
            DeferredKind.WebhookDelivery,
            "WebhookDeliveries",
            """t."CreatedAt" = {0} AND t."FlagId" IS NOT NULL""",
            """t."WebhookId" """
        );

    /// <summary>For the flags of initiatives: to the secretariat, and to the organization that would carry the initiative.</summary>
    /// <param name="only">An additional condition on the flags, called f.</param>
    public static string[] OfInitiatives(string only) =>
        [
            InsertOfInitiatives(WebhookEvents.FlagRaised, "raised", "RaisedAt", only),
            InsertOfInitiatives(WebhookEvents.FlagCleared, "cleared", "ClearedAt", only),
            InsertWork,
        ];

    /// <summary>For the flags of outcomes: to the secretariat, and to the organization that organizes the dialogue.</summary>
    /// <param name="only">An additional condition on the outcomes, called o.</param>
    public static string[] OfOutcomes(string only) =>
        [
            InsertOfOutcomes(WebhookEvents.FlagRaised, "raised", "RaisedAt", only),
            InsertOfOutcomes(WebhookEvents.FlagCleared, "cleared", "ClearedAt", only),
            InsertWork,
        ];

    private static string InsertOfOutcomes(string name, string happened, string at, string only) =>
        $$"""
            INSERT INTO "WebhookDeliveries" ("Id", "WebhookId", "EventId", "Event", "FlagId", "State", "CreatedAt", "UpdatedAt")
            SELECT uuid7(), w."Id", 'flag_' || LOWER(CAST(f."Id" AS text)) || '_{{happened}}', '{{name}}', f."Id",
                '{{DeliveryState.Pending}}', {0}, {0}
            FROM "Flags" AS f JOIN "Outcomes" AS o ON o."Id" = f."OutcomeId" CROSS JOIN "Webhooks" AS w
            WHERE f."{{at}}" = {0} AND f."UpdatedAt" = {0} AND w."Status" = '{{WebhookStatus.Active}}'
                AND (w."EventNames" = '' OR ',' || w."EventNames" || ',' LIKE '%,{{name}},%')
                AND (w."OrganizationId" IS NULL OR w."OrganizationId" = f."OrganizationId"){{only}}
            ON CONFLICT ("WebhookId", "EventId") DO NOTHING
            """;

    private static string InsertOfInitiatives(string name, string happened, string at, string only) =>
        $$"""
            INSERT INTO "WebhookDeliveries" ("Id", "WebhookId", "EventId", "Event", "FlagId", "State", "CreatedAt", "UpdatedAt")
            SELECT uuid7(), w."Id", 'flag_' || LOWER(CAST(f."Id" AS text)) || '_{{happened}}', '{{name}}', f."Id",
                '{{DeliveryState.Pending}}', {0}, {0}
            FROM "Flags" AS f CROSS JOIN "Webhooks" AS w
            WHERE f."{{at}}" = {0} AND f."UpdatedAt" = {0} AND f."InitiativeId" IS NOT NULL AND w."Status" = '{{WebhookStatus.Active}}'
                AND (w."EventNames" = '' OR ',' || w."EventNames" || ',' LIKE '%,{{name}},%')
                AND (w."OrganizationId" IS NULL OR w."OrganizationId" = f."OrganizationId"){{only}}
            ON CONFLICT ("WebhookId", "EventId") DO NOTHING
            """;

    private static string InsertDeliveries(string name, string happened, string at, string only) =>
        $$"""
            INSERT INTO "WebhookDeliveries" ("Id", "WebhookId", "EventId", "Event", "FlagId", "State", "CreatedAt", "UpdatedAt")
            SELECT uuid7(), w."Id", 'flag_' || LOWER(CAST(f."Id" AS text)) || '_{{happened}}', '{{name}}', f."Id",
                '{{DeliveryState.Pending}}', {0}, {0}
            FROM "Flags" AS f JOIN "Commitments" AS c ON c."Id" = f."CommitmentId" CROSS JOIN "Webhooks" AS w
            WHERE f."{{at}}" = {0} AND w."Status" = '{{WebhookStatus.Active}}'
                AND (w."EventNames" = '' OR ',' || w."EventNames" || ',' LIKE '%,{{name}},%')
                AND f."CommitmentId" IN (
                    SELECT "Id" FROM "Commitments" WHERE "SweepAt" BETWEEN 1 AND {0}
                    UNION SELECT "CommitmentId" FROM "Milestones" WHERE "SweepAt" BETWEEN 1 AND {0})
                AND (w."OrganizationId" IS NULL OR w."OrganizationId" = c."OrganizationId" OR EXISTS (
                    SELECT 1 FROM "Members" AS m
                    WHERE m."PartnershipId" = c."PartnershipId" AND m."OrganizationId" = w."OrganizationId")){{only}}
            ON CONFLICT ("WebhookId", "EventId") DO NOTHING
            """;
}
