using System.Data;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// Raises a flag for whatever became late and clears those whose cause is gone. It reads only the rows whose clock asked to be looked at by now
/// (<c>SweepAt</c>), in a few statements, so its cost follows what happened since the last time and not the size of the tables.
/// Twice in a row it does nothing the second time.
/// </summary>
[Needs(Right.Administer)]
public sealed record Sweep : IRequest<SweepResult>;

/// <param name="Raised">Flags raised.</param>
/// <param name="Cleared">Flags cleared.</param>
public sealed record SweepResult(int Raised, int Cleared);

internal sealed class SweepHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<Sweep, SweepResult>
{
    public async Task<SweepResult> Handle(Sweep command, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcTicks;

        // Whoever changes a commitment while we look at it must not lose its mark: on PostgreSQL the later writer then starts again.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var cleared = await db.Database.ExecuteSqlRawAsync(ClearCommitments, [now], ct) + await db.Database.ExecuteSqlRawAsync(ClearMilestones, [now], ct);
        var raised = await db.Database.ExecuteSqlRawAsync(RaiseCommitments, [now], ct) + await db.Database.ExecuteSqlRawAsync(RaiseMilestones, [now], ct);
        await db.Database.ExecuteSqlRawAsync(Reset("Commitments"), [now], ct);
        await db.Database.ExecuteSqlRawAsync(Reset("Milestones"), [now], ct);
        await transaction.CommitAsync(ct);
        return new SweepResult(raised, cleared);
    }

    // One text for both databases. {0} is now, in UTC ticks. The mark is asked for between two bounds: SQLite takes a range that is open on one
    // side for a quarter of the table, and would go through all flags instead.
    private static readonly string ClearCommitments = $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "ClearedBecause" = CASE
            WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            WHEN c."CompletionClaimedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.CompletionClaimed)}}'
            ELSE '{{nameof(ClearedBecause.DueDateChanged)}}' END
        FROM "Commitments" AS c
        WHERE c."SweepAt" BETWEEN 1 AND {0} AND "Flags"."CommitmentId" = c."Id" AND "Flags"."Kind" = '{{nameof(FlagKind.CommitmentOverdue)}}' AND "Flags"."ClearedAt" IS NULL
            AND (c."OverdueAt" IS NULL OR c."OverdueAt" > {0} OR "Flags"."DueDateVersion" <> c."DueDateVersion")
        """;

    private static readonly string ClearMilestones = $$"""
        UPDATE "Flags" SET "ClearedAt" = {0}, "ClearedBecause" = CASE
            WHEN m."CompletedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.Delivered)}}'
            WHEN c."Status" <> '{{nameof(CommitmentStatus.Active)}}' THEN '{{nameof(ClearedBecause.Closed)}}'
            WHEN c."CompletionClaimedOn" IS NOT NULL THEN '{{nameof(ClearedBecause.CompletionClaimed)}}'
            ELSE '{{nameof(ClearedBecause.DueDateChanged)}}' END
        FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
        WHERE m."SweepAt" BETWEEN 1 AND {0} AND "Flags"."MilestoneId" = m."Id" AND "Flags"."ClearedAt" IS NULL
            AND (m."OverdueAt" IS NULL OR m."OverdueAt" > {0} OR "Flags"."DueDateVersion" <> m."DueDateVersion")
        """;

    private static readonly string RaiseCommitments = $$"""
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt")
        SELECT uuid7(), '{{nameof(FlagKind.CommitmentOverdue)}}', c."Id", NULL, c."OrganizationId", c."PartnershipId", c."DueDate", c."DueDateVersion", c."OverdueAt", {0}
        FROM "Commitments" AS c
        WHERE c."SweepAt" BETWEEN 1 AND {0} AND c."OverdueAt" <= {0} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f
            WHERE f."CommitmentId" = c."Id" AND f."Kind" = '{{nameof(FlagKind.CommitmentOverdue)}}' AND f."ClearedAt" IS NULL)
        """;

    private static readonly string RaiseMilestones = $$"""
        INSERT INTO "Flags" ("Id", "Kind", "CommitmentId", "MilestoneId", "OrganizationId", "PartnershipId", "DueDate", "DueDateVersion", "OverdueAt", "RaisedAt")
        SELECT uuid7(), '{{nameof(FlagKind.MilestoneOverdue)}}', c."Id", m."Id", c."OrganizationId", c."PartnershipId", m."DueDate", m."DueDateVersion", m."OverdueAt", {0}
        FROM "Milestones" AS m JOIN "Commitments" AS c ON c."Id" = m."CommitmentId"
        WHERE m."SweepAt" BETWEEN 1 AND {0} AND m."OverdueAt" <= {0} AND NOT EXISTS (
            SELECT 1 FROM "Flags" AS f WHERE f."MilestoneId" = m."Id" AND f."ClearedAt" IS NULL)
        """;

    /// <summary>What was looked at is looked at again when its clock strikes, or when somebody changes it.</summary>
    private static string Reset(string table) => string.Create(CultureInfo.InvariantCulture, $$"""
        UPDATE "{{table}}" SET "SweepAt" = CASE WHEN "OverdueAt" > {0} THEN "OverdueAt" ELSE NULL END WHERE "SweepAt" BETWEEN 1 AND {0}
        """);
}
