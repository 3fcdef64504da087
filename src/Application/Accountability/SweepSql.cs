using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of the sweep; the same text runs on both databases. {0} is the current time in UTC ticks; {1}, in the statements for one
/// commitment, is its id. <c>SweepAt</c> is compared with two bounds, because SQLite assumes that a range open on one side matches a
/// quarter of the table, and would scan all flags instead.
/// </summary>
internal sealed class SweepSql
{
    /// <summary>
    /// The deadlines of a commitment: column of the instant, the day and the version, and why a flag is cleared if no other reason applies.
    /// </summary>
    private static readonly Deadline[] Deadlines =
    [
        new(
            FlagKind.CommitmentOverdue,
            "OverdueAt",
            """c."DueDate" """,
            """c."DueDateVersion" """,
            ClearedBecause.DueDateChanged,
            StopsWhenReportedComplete: true
        ),
        new(FlagKind.ReportOverdue, "ReportDueAt", """c."ReportDueOn" """, "0", ClearedBecause.Reported, StopsWhenReportedComplete: false),
        new(FlagKind.ReviewOverdue, "ReviewDueAt", """c."ReviewDueOn" """, "0", ClearedBecause.Decided, StopsWhenReportedComplete: false),
        new(FlagKind.OffTrack, "OffTrackAt", """c."OffTrackOn" """, "0", ClearedBecause.BackOnTrack, StopsWhenReportedComplete: true),
    ];

    private const string FlagColumns = """
        "Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId",
        "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt"
        """;

    /// <summary>For all commitments that are due for the sweep.</summary>
    public static readonly SweepSql All = new(isForOne: false);

    /// <summary>For a single commitment.</summary>
    public static readonly SweepSql One = new(isForOne: true);

    private SweepSql(bool isForOne)
    {
        string Only(string column) => isForOne ? $" AND {column} = {{1}}" : "";
        var commitment = Only("c.\"Id\"");
        Clear = [.. Deadlines.Select(deadline => ClearCommitments(deadline) + commitment), ClearMilestones() + commitment];
        Raise = [.. Deadlines.Select(deadline => RaiseCommitments(deadline) + commitment), RaiseMilestones() + commitment];
        QueueDeliveries = FlagFanOut.Statements(commitment);
        Reset =
        [
            ResetTo("Commitments", [.. Deadlines.Select(deadline => deadline.InstantColumn)]) + Only("\"Id\""),
            ResetTo("Milestones", "OverdueAt") + Only("\"CommitmentId\""),
        ];
    }

    public string[] Clear { get; }

    public string[] Raise { get; }

    /// <summary>
    /// Inserts the webhook deliveries for these flags. Runs before <see cref="Reset"/>, because it selects rows by <c>SweepAt</c>.
    /// </summary>
    public string[] QueueDeliveries { get; }

    /// <summary>Moves <c>SweepAt</c> to the next deadline. A change to the commitment also sets it.</summary>
    public string[] Reset { get; }

    private static string ClearCommitments(Deadline deadline) =>
        $$"""
            UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
                WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
                {{(
                deadline.StopsWhenReportedComplete
                    ? $"""WHEN c."ReportedCompleteOn" IS NOT NULL THEN '{nameof(ClearedBecause.ReportedComplete)}'"""
                    : ""
            )}}
                ELSE '{{deadline.Because}}' END
            FROM "Commitments" AS c
            WHERE c."SweepAt" BETWEEN 1 AND {0} AND "Flags"."CommitmentId" = c."Id" AND "Flags"."Kind" = '{{deadline.Kind}}'
                AND "Flags"."ClearedAt" IS NULL AND "Flags"."MilestoneId" IS NULL
                AND (c."{{deadline.InstantColumn}}" IS NULL OR c."{{deadline.InstantColumn}}" > {0}
                    OR "Flags"."DueDate" <> {{deadline.DayColumn}} OR "Flags"."DueDateVersion" <> {{deadline.Version}})
            """;

    private static string ClearMilestones() =>
        $$"""
            UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
                WHEN m."CompletedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.Delivered)}}'
                WHEN m."DroppedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.MilestoneRemoved)}}'
                WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
                WHEN c."ReportedCompleteOn" IS NOT NULL THEN '{{nameof(ClearedBecause.ReportedComplete)}}'
                ELSE '{{nameof(ClearedBecause.DueDateChanged)}}' END
            FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
            WHERE m."SweepAt" BETWEEN 1 AND {0} AND "Flags"."MilestoneId" = m."Id" AND "Flags"."ClearedAt" IS NULL
                AND (m."OverdueAt" IS NULL OR m."OverdueAt" > {0} OR "Flags"."DueDateVersion" <> m."DueDateVersion")
            """;

    private static string RaiseCommitments(Deadline deadline) =>
        $$"""
            INSERT INTO "Flags" ({{FlagColumns}})
            SELECT uuid7(), '{{deadline.Kind}}', c."Id", NULL, c."OrganizationId", c."PartnershipId",
                {{deadline.DayColumn}}, {{deadline.Version}}, c."{{deadline.InstantColumn}}", {0}, {0}
            FROM "Commitments" AS c
            WHERE c."SweepAt" BETWEEN 1 AND {0} AND c."{{deadline.InstantColumn}}" <= {0} AND NOT EXISTS (
                SELECT 1 FROM "Flags" AS f
                WHERE f."CommitmentId" = c."Id" AND f."Kind" = '{{deadline.Kind}}' AND f."ClearedAt" IS NULL AND f."MilestoneId" IS NULL)
            """;

    private static string RaiseMilestones() =>
        $$"""
            INSERT INTO "Flags" ({{FlagColumns}})
            SELECT uuid7(), '{{FlagKind.MilestoneOverdue}}', c."Id", m."Id", c."OrganizationId", c."PartnershipId",
                m."DueDate", m."DueDateVersion", m."OverdueAt", {0}, {0}
            FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
            WHERE m."SweepAt" BETWEEN 1 AND {0} AND m."OverdueAt" <= {0} AND NOT EXISTS (
                SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
            """;

    private static string ResetTo(string table, params string[] columns)
    {
        var candidates = string.Join(" UNION ALL ", columns.Select(column => $"""SELECT "{table}"."{column}" AS deadline"""));
        return $$"""
            UPDATE "{{table}}" SET "SweepAt" = (SELECT MIN(deadline) FROM ({{candidates}}) AS deadlines WHERE deadline > {0})
            WHERE "SweepAt" BETWEEN 1 AND {0}
            """;
    }

    private sealed record Deadline(
        FlagKind Kind,
        string InstantColumn,
        string DayColumn,
        string Version,
        ClearedBecause Because,
        bool StopsWhenReportedComplete
    );
}
