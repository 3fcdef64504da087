using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of the sweep for commitments and their milestones; the same text runs on both databases. <c>SweepAt</c> is compared with
/// two bounds, because SQLite assumes that a range open on one side matches a quarter of the table, and would scan all flags instead.
/// </summary>
internal static class SweepSql
{
    /// <summary>
    /// The deadlines of a commitment. Closed and reported complete are asked first, for all kinds alike; <c>Because</c> is the rest of the
    /// <c>CASE</c>.
    /// </summary>
    private static readonly Deadline[] Deadlines =
    [
        new(FlagKind.CommitmentOverdue, "OverdueAt", """c."DueDate" """, StopsWhenReportedComplete: true)
        {
            Version = """c."DueDateVersion" """,
            IsAnother = """ "Flags"."DueDateVersion" <> c."DueDateVersion" """,
            Because = $"""
                WHEN "Flags"."DueDateVersion" <> c."DueDateVersion" THEN '{nameof(ClearedBecause.DueDateChanged)}'
                ELSE '{nameof(ClearedBecause.TimeZoneChanged)}'
                """,
        },
        new(FlagKind.ReportOverdue, "ReportDueAt", """c."ReportDueOn" """, StopsWhenReportedComplete: false)
        {
            IsAnother = """ "Flags"."DueDate" <> c."ReportDueOn" """,
            Because = $"""
                WHEN "Flags"."DueDate" = c."ReportDueOn" THEN '{nameof(ClearedBecause.TimeZoneChanged)}'
                ELSE '{nameof(ClearedBecause.Reported)}'
                """,
        },
        new(FlagKind.ReviewOverdue, "ReviewDueAt", """c."ReviewDueOn" """, StopsWhenReportedComplete: false)
        {
            IsAnother = """ "Flags"."OverdueAt" <> c."ReviewDueAt" """,
            Because = $"ELSE '{nameof(ClearedBecause.Decided)}'",
        },
        // A commitment that is still off track has one flag, however its plan and its progress change meanwhile.
        new(FlagKind.OffTrack, "OffTrackAt", """c."OffTrackOn" """, StopsWhenReportedComplete: true)
        {
            IsAnother = "1 = 0",
            Because = $"""
                WHEN c."ActualProgress" IS NULL THEN '{nameof(ClearedBecause.ProgressUnknown)}'
                ELSE '{nameof(ClearedBecause.BackOnTrack)}'
                """,
        },
    ];

    private const string FlagColumns = """
        "Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId",
        "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt"
        """;

    /// <summary>For all commitments that are due for the sweep.</summary>
    public static readonly SweepStatements All = Of(isForOne: false);

    /// <summary>For a single commitment.</summary>
    public static readonly SweepStatements One = Of(isForOne: true);

    private static SweepStatements Of(bool isForOne)
    {
        string Only(string column) => isForOne ? $" AND {column} = {{1}}" : "";
        var (commitment, flag) = (Only("c.\"Id\""), Only("f.\"CommitmentId\""));
        return new SweepStatements
        {
            Clear = [.. Deadlines.Select(deadline => ClearCommitments(deadline) + commitment), ClearMilestones() + commitment],
            RecordCleared = FlagHistory.Cleared(flag),
            Raise = [.. Deadlines.Select(deadline => RaiseCommitments(deadline) + commitment), RaiseMilestones() + commitment],
            RecordRaised = FlagHistory.Raised(flag),
            QueueDeliveries = FlagFanOut.Statements(commitment),

            // A change to the commitment sets SweepAt, too.
            Reset =
            [
                ResetTo("Commitments", [.. Deadlines.Select(deadline => deadline.InstantColumn)]) + Only("\"Id\""),
                ResetTo("Milestones", "OverdueAt") + Only("\"CommitmentId\""),
            ],
        };
    }

    private static string ClearCommitments(Deadline deadline) =>
        $$"""
            UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
                WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
                {{(
                deadline.StopsWhenReportedComplete
                    ? $"""WHEN c."ReportedCompleteOn" IS NOT NULL THEN '{nameof(ClearedBecause.ReportedComplete)}'"""
                    : ""
            )}}
                {{deadline.Because}} END
            FROM "Commitments" AS c
            WHERE c."SweepAt" BETWEEN 1 AND {0} AND "Flags"."CommitmentId" = c."Id" AND "Flags"."Kind" = '{{deadline.Kind}}'
                AND "Flags"."ClearedAt" IS NULL AND "Flags"."MilestoneId" IS NULL
                AND (c."{{deadline.InstantColumn}}" IS NULL OR c."{{deadline.InstantColumn}}" > {0} OR {{deadline.IsAnother}})
            """;

    private static string ClearMilestones() =>
        $$"""
            UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
                WHEN m."CompletedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.Delivered)}}'
                WHEN m."DroppedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.MilestoneRemoved)}}'
                WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
                WHEN c."ReportedCompleteOn" IS NOT NULL THEN '{{nameof(ClearedBecause.ReportedComplete)}}'
                WHEN "Flags"."DueDateVersion" <> m."DueDateVersion" THEN '{{nameof(ClearedBecause.DueDateChanged)}}'
                ELSE '{{nameof(ClearedBecause.TimeZoneChanged)}}' END
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

    /// <param name="InstantColumn">The instant of the deadline.</param>
    /// <param name="DayColumn">The day that ends at that instant.</param>
    private sealed record Deadline(FlagKind Kind, string InstantColumn, string DayColumn, bool StopsWhenReportedComplete)
    {
        /// <summary>The version of the day, which a new flag stores.</summary>
        public string Version { get; init; } = "0";

        /// <summary>Whether the deadline is another one than that for which the flag was raised.</summary>
        public required string IsAnother { get; init; }

        /// <summary>The end of a CASE: why a flag is cleared when the commitment is active and not reported complete.</summary>
        public required string Because { get; init; }
    }
}
