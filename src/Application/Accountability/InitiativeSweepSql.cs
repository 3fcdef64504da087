using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of the sweep for initiatives; the same text runs on both databases. {0} is the current time in UTC ticks. They read what
/// waits for the board with a date that has passed, and the open flags of initiatives, of which there are few at any time.
/// </summary>
internal static class InitiativeSweepSql
{
    public const string Clear = $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
            WHEN i."Status" = '{{nameof(InitiativeStatus.Withdrawn)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            ELSE '{{nameof(ClearedBecause.Decided)}}' END
        FROM "Initiatives" AS i
        WHERE "Flags"."InitiativeId" = i."Id" AND "Flags"."ClearedAt" IS NULL AND i."Status" <> '{{nameof(InitiativeStatus.Proposed)}}'
        """;

    public const string Raise = $$"""
        INSERT INTO "Flags" ("Id", "Kind", "InitiativeId", "OrganizationId",
            "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
        SELECT uuid7(), '{{nameof(FlagKind.InitiativeDecisionOverdue)}}', i."Id", i."OrganizationId",
            i."DecisionDueOn", 0, i."DecisionDueAt", {0}, {0}
        FROM "Initiatives" AS i
        WHERE i."Status" = '{{nameof(InitiativeStatus.Proposed)}}' AND i."DecisionDueAt" <= {0} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f WHERE f."InitiativeId" = i."Id" AND f."ClearedAt" IS NULL)
        """;

    /// <summary>Inserts the webhook deliveries for these flags.</summary>
    public static string[] QueueDeliveries => FlagFanOut.OfInitiatives;
}
