using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of the sweep for initiatives; the same text runs on both databases. They read what waits for the board with a date that
/// has passed, and the open flags of initiatives, of which there are few at any time.
/// </summary>
internal static class InitiativeSweepSql
{
    /// <summary>An initiative that the sweep failed on is skipped for a while.</summary>
    private const string IsNotPutOff = """(i."SweepPutOffUntil" IS NULL OR i."SweepPutOffUntil" <= {0})""";

    /// <summary>For all initiatives.</summary>
    public static readonly SweepStatements All = Of(isForOne: false);

    /// <summary>For a single initiative.</summary>
    public static readonly SweepStatements One = Of(isForOne: true);

    private static SweepStatements Of(bool isForOne)
    {
        string Only(string column) => isForOne ? $" AND {column} = {{1}}" : "";
        var (initiative, flag) = (Only("i.\"Id\""), Only("f.\"InitiativeId\""));
        return new SweepStatements
        {
            Clear = [Clear + initiative],
            RecordCleared = FlagHistory.ClearedOfInitiatives(flag),
            Raise = [Raise + initiative],
            RecordRaised = FlagHistory.RaisedOfInitiatives(flag),
            QueueDeliveries = FlagFanOut.OfInitiatives(flag),
        };
    }

    private const string Clear = $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
            WHEN i."Status" = '{{nameof(InitiativeStatus.Withdrawn)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            ELSE '{{nameof(ClearedBecause.Decided)}}' END
        FROM "Initiatives" AS i
        WHERE "Flags"."InitiativeId" = i."Id" AND "Flags"."ClearedAt" IS NULL AND i."Status" <> '{{nameof(InitiativeStatus.Proposed)}}'
            AND {{IsNotPutOff}}
        """;

    private const string Raise = $$"""
        INSERT INTO "Flags" ("Id", "Kind", "InitiativeId", "OrganizationId",
            "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
        SELECT uuid7(), '{{nameof(FlagKind.InitiativeDecisionOverdue)}}', i."Id", i."OrganizationId",
            i."DecisionDueOn", 0, i."DecisionDueAt", {0}, {0}
        FROM "Initiatives" AS i
        WHERE i."Status" = '{{nameof(InitiativeStatus.Proposed)}}' AND i."DecisionDueAt" <= {0} AND {{IsNotPutOff}} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f WHERE f."InitiativeId" = i."Id" AND f."ClearedAt" IS NULL)
        """;
}
