using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// Raises a flag for whatever became late and clears those whose cause is gone. It reads only the rows whose clocks asked to be looked at by now
/// (<c>SweepAt</c>), in a few statements, so its cost follows what happened since the last time and not the size of the tables.
/// Twice in a row it does nothing the second time.
/// </summary>
[Needs(Right.Administer)]
public sealed record Sweep : IRequest<SweepResult>;

/// <param name="Raised">Flags raised.</param>
/// <param name="Cleared">Flags cleared.</param>
public sealed record SweepResult(int Raised, int Cleared);

internal sealed class SweepHandler(ITrackerDb db, Moments moments, TimeProvider time) : IRequestHandler<Sweep, SweepResult>
{
    private const int AtOnce = 200;

    public async Task<SweepResult> Handle(Sweep command, CancellationToken ct)
    {
        await RollPeriodsAsync(ct);
        var now = time.GetUtcNow().UtcTicks;

        // Whoever changes a commitment while we look at it must not lose its mark: on PostgreSQL the later writer then starts again.
        var (raised, cleared) = (0, 0);
        await db.InTransactionAsync(
            async () =>
            {
                cleared = await DoAsync(SweepSql.Clear, now, ct);
                raised = await DoAsync(SweepSql.Raise, now, ct);
                if (await db.Webhooks.AnyAsync(w => w.Status == WebhookStatus.Active, ct)) await DoAsync(FlagFanOut.Statements, now, ct);
                await DoAsync(SweepSql.Reset, now, ct);
            },
            ct, IsolationLevel.RepeatableRead);
        return new SweepResult(raised, cleared);
    }

    /// <summary>Reporting periods that have begun since the last time get their successor.</summary>
    private async Task RollPeriodsAsync(CancellationToken ct)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var some = await db.Commitments.Where(c => c.PeriodsRollAt <= now).OrderBy(c => c.PeriodsRollAt).Take(AtOnce).ForChange().ToListAsync(ct);
            if (some.Count == 0) return;
            var at = await moments.OfAsync(some.Select(c => c.OrganizationId), ct);
            some.ForEach(commitment => commitment.RollPeriods(at[commitment.OrganizationId]));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> DoAsync(IEnumerable<string> statements, long now, CancellationToken ct)
    {
        var rows = 0;
        foreach (var sql in statements) rows += await db.Database.ExecuteSqlRawAsync(sql, [now], ct);
        return rows;
    }
}

/// <summary>
/// The sweep's statements: one text for both databases. {0} is now, in UTC ticks. The mark is asked for between two bounds: SQLite takes a range that is
/// open on one side for a quarter of the table, and would go through all flags instead.
/// </summary>
internal static class SweepSql
{
    /// <summary>The clocks of a commitment: when, for which day, of which version, and why its flag comes down if nothing else tells.</summary>
    private static readonly Clock[] Clocks =
    [
        new(FlagKind.CommitmentOverdue, "OverdueAt", """c."DueDate" """, """c."DueDateVersion" """, ClearedBecause.DueDateChanged, StopsAtClaim: true),
        new(FlagKind.ReportOverdue, "ReportDueAt", """c."ReportDueOn" """, "0", ClearedBecause.Reported, StopsAtClaim: false),
        new(FlagKind.ReviewOverdue, "ReviewDueAt", """c."ReviewDueOn" """, "0", ClearedBecause.Decided, StopsAtClaim: false),
        new(FlagKind.OffTrack, "OffTrackAt", """c."OffTrackOn" """, "0", ClearedBecause.BackOnTrack, StopsAtClaim: true),
    ];

    public static readonly string[] Clear = [.. Clocks.Select(ClearCommitments), ClearMilestones()];

    public static readonly string[] Raise = [.. Clocks.Select(RaiseCommitments), RaiseMilestones()];

    /// <summary>What was looked at is looked at again when its next clock strikes, or when somebody changes it.</summary>
    public static readonly string[] Reset = [ResetTo("Commitments", [.. Clocks.Select(c => c.At)]), ResetTo("Milestones", "OverdueAt")];

    private static string ClearCommitments(Clock clock) => $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
            WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            {{(clock.StopsAtClaim ? $"""WHEN c."CompletionClaimedOn" IS NOT NULL THEN '{nameof(ClearedBecause.CompletionClaimed)}'""" : "")}}
            ELSE '{{clock.Because}}' END
        FROM "Commitments" AS c
        WHERE c."SweepAt" BETWEEN 1 AND {0} AND "Flags"."CommitmentId" = c."Id" AND "Flags"."Kind" = '{{clock.Kind}}' AND "Flags"."ClearedAt" IS NULL AND "Flags"."MilestoneId" IS NULL
            AND (c."{{clock.At}}" IS NULL OR c."{{clock.At}}" > {0} OR "Flags"."DueDate" <> {{clock.On}} OR "Flags"."DueDateVersion" <> {{clock.Version}})
        """;

    private static string ClearMilestones() => $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "UpdatedAt" = {0}, "ClearedBecause" = CASE
            WHEN m."CompletedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.Delivered)}}'
            WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            WHEN c."CompletionClaimedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.CompletionClaimed)}}'
            ELSE '{{nameof(ClearedBecause.DueDateChanged)}}' END
        FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
        WHERE m."SweepAt" BETWEEN 1 AND {0} AND "Flags"."MilestoneId" = m."Id" AND "Flags"."ClearedAt" IS NULL
            AND (m."OverdueAt" IS NULL OR m."OverdueAt" > {0} OR "Flags"."DueDateVersion" <> m."DueDateVersion")
        """;

    private static string RaiseCommitments(Clock clock) => $$"""
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
        SELECT uuid7(), '{{clock.Kind}}', c."Id", NULL, c."OrganizationId", c."PartnershipId", {{clock.On}}, {{clock.Version}}, c."{{clock.At}}", {0}, {0}
        FROM "Commitments" AS c
        WHERE c."SweepAt" BETWEEN 1 AND {0} AND c."{{clock.At}}" <= {0} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f
            WHERE f."CommitmentId" = c."Id" AND f."Kind" = '{{clock.Kind}}' AND f."ClearedAt" IS NULL AND f."MilestoneId" IS NULL)
        """;

    private static string RaiseMilestones() => $$"""
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt", "UpdatedAt")
        SELECT uuid7(), '{{nameof(FlagKind.MilestoneOverdue)}}', c."Id", m."Id", c."OrganizationId", c."PartnershipId", m."DueDate", m."DueDateVersion", m."OverdueAt", {0}, {0}
        FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
        WHERE m."SweepAt" BETWEEN 1 AND {0} AND m."OverdueAt" <= {0} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
        """;

    private static string ResetTo(string table, params string[] clocks)
    {
        var strikes = string.Join(" UNION ALL ", clocks.Select(clock => $"""SELECT "{table}"."{clock}" AS strike"""));
        return $$"""
            UPDATE "{{table}}" SET "SweepAt" = (SELECT MIN(strike) FROM ({{strikes}}) AS clocks WHERE strike > {0}) WHERE "SweepAt" BETWEEN 1 AND {0}
            """;
    }

    private sealed record Clock(FlagKind Kind, string At, string On, string Version, ClearedBecause Because, bool StopsAtClaim);
}
