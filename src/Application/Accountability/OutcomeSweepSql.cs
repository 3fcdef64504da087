using System.Globalization;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of the sweep for outcomes of dialogues; the same text runs on both databases. A pathway is judged step by step, every
/// other outcome as a whole. They read the outcomes of published dialogues whose day for taking up has passed, and the open flags.
/// </summary>
internal static class OutcomeSweepSql
{
    /// <summary>How many flags of each kind one run raises at most, so that a transaction stays short.</summary>
    public const int AtOnce = 1000;

    /// <summary>The outcomes of a dialogue on which the sweep failed are skipped for a while.</summary>
    private const string IsNotPutOff = """(d."SweepPutOffUntil" IS NULL OR d."SweepPutOffUntil" <= {0})""";

    private const string IsOver = $$"""
        d."TakeUpEndsAt" <= {0} AND d."Status" = '{{nameof(DialogueStatus.Published)}}' AND {{IsNotPutOff}}
        """;

    /// <summary>The same rule as <c>OutcomeConditions.WhereTakesUp</c>, for a commitment called c.</summary>
    private const string TakesUp = $"""(c."WasAccepted" OR c."Status" = '{nameof(CommitmentStatus.Submitted)}')""";

    private const string FlagColumns = """
        "Id", "Kind", "OutcomeId", "OutcomeStepId", "OrganizationId", "PartnershipId",
        "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt"
        """;

    /// <summary>For all outcomes.</summary>
    public static readonly SweepStatements All = Of(isForOne: false);

    /// <summary>For the outcomes of a single dialogue.</summary>
    public static readonly SweepStatements One = Of(isForOne: true);

    private static SweepStatements Of(bool isForOne)
    {
        string Only(string column) => isForOne ? $" AND {column} = {{1}}" : "";
        var (dialogue, outcome) = (Only("d.\"Id\""), Only("o.\"DialogueId\""));
        var limit = string.Create(CultureInfo.InvariantCulture, $" LIMIT {AtOnce}");
        return new SweepStatements
        {
            Clear = [Clear + dialogue],
            RecordCleared = FlagHistory.ClearedOfOutcomes(outcome),
            Raise = [RaiseOutcomes + dialogue + limit, RaiseSteps + dialogue + limit],
            RecordRaised = FlagHistory.RaisedOfOutcomes(outcome),
            QueueDeliveries = FlagFanOut.OfOutcomes(outcome),
        };
    }

    /// <summary>A commitment of the whole outcome takes up all its steps.</summary>
    private const string IsTakenUp = $"""
        EXISTS (
            SELECT 1 FROM "Commitments" AS c
            WHERE c."OutcomeId" = o."Id" AND {TakesUp} AND (
                "Flags"."OutcomeStepId" IS NULL OR c."OutcomeStepId" IS NULL OR c."OutcomeStepId" = "Flags"."OutcomeStepId"))
        """;

    private const string Clear = $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
            WHEN {{IsTakenUp}} THEN '{{nameof(ClearedBecause.TakenUp)}}'
            ELSE '{{nameof(ClearedBecause.DueDateChanged)}}' END
        FROM "Outcomes" AS o JOIN "Dialogues" AS d ON d."Id" = o."DialogueId"
        WHERE "Flags"."OutcomeId" = o."Id" AND "Flags"."ClearedAt" IS NULL AND {{IsNotPutOff}} AND (
            d."TakeUpEndsAt" IS NULL OR d."TakeUpEndsAt" > {0} OR d."TakeUpBy" <> "Flags"."DueDate" OR {{IsTakenUp}})
        """;

    private const string RaiseOutcomes = $$"""
        INSERT INTO "Flags" ({{FlagColumns}})
        SELECT uuid7(), '{{nameof(FlagKind.OutcomeNotTakenUp)}}', o."Id", NULL, d."OrganizationId", d."PartnershipId",
            d."TakeUpBy", 0, d."TakeUpEndsAt", {0}, {0}
        FROM "Dialogues" AS d JOIN "Outcomes" AS o ON o."DialogueId" = d."Id"
        WHERE {{IsOver}} AND o."Kind" NOT IN ('{{nameof(OutcomeKind.OpenQuestion)}}', '{{nameof(OutcomeKind.Pathway)}}')
            AND NOT EXISTS (SELECT 1 FROM "Commitments" AS c WHERE c."OutcomeId" = o."Id" AND {{TakesUp}})
            AND NOT EXISTS (SELECT 1 FROM "Flags" AS f WHERE f."OutcomeId" = o."Id" AND f."ClearedAt" IS NULL)
        """;

    private const string RaiseSteps = $$"""
        INSERT INTO "Flags" ({{FlagColumns}})
        SELECT uuid7(), '{{nameof(FlagKind.OutcomeNotTakenUp)}}', o."Id", s."Id", d."OrganizationId", d."PartnershipId",
            d."TakeUpBy", 0, d."TakeUpEndsAt", {0}, {0}
        FROM "Dialogues" AS d JOIN "Outcomes" AS o ON o."DialogueId" = d."Id" JOIN "OutcomeSteps" AS s ON s."OutcomeId" = o."Id"
        WHERE {{IsOver}} AND o."Kind" = '{{nameof(OutcomeKind.Pathway)}}'
            AND NOT EXISTS (
                SELECT 1 FROM "Commitments" AS c
                WHERE c."OutcomeId" = o."Id" AND {{TakesUp}} AND (c."OutcomeStepId" IS NULL OR c."OutcomeStepId" = s."Id"))
            AND NOT EXISTS (
                SELECT 1 FROM "Flags" AS f WHERE f."OutcomeId" = o."Id" AND f."OutcomeStepId" = s."Id" AND f."ClearedAt" IS NULL)
        """;
}
