using System.Data.Common;
using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Bench;

/// <summary>The figures of the board, over SQL that computes the same numbers.</summary>
internal static class OverviewBench
{
    public const double Goal = 1.5;

    public static async Task RunAsync(Store store, int commitments, Results results)
    {
        await using var product = new Product(store, Generator.Now);
        await using var connection = await store.OpenAsync();
        Check(await product.Send(new GetOverview()), await PlainAsync(connection));
        var (ours, plain) = await Sample.InTurnsAsync(() => product.Send(new GetOverview()), () => PlainAsync(connection));
        results.Timings.Add(new Timing("overview", "all figures", commitments, ours, plain, Goal));
        await Console.Error.WriteLineAsync($"overview: {ours:N1} / {plain:N1} ms = {ours / plain:N2}");
    }

    private sealed record Figures(
        List<(CommitmentStatus Status, DateOnly Due, int Total, int Overdue, int Running, int ReportedComplete, int ReportedCompletePastDue, int OnTime, int WithoutReporting)> Days,
        (int Total, int Overdue, int Ahead) Milestones, List<SectorCount> Sectors, List<CountryCount> Countries, List<GoalCount> Goals, List<PillarCount> Pillars,
        List<Guid> OldestOverdueCommitments, (int All, int WithoutContact) Organizations);

    private static async Task<Figures> PlainAsync(DbConnection connection)
    {
        (string, object?) now = ("now", Generator.Now.UtcTicks);
        return new Figures(
            await connection.RowsAsync("""
                SELECT "Status", "DueDate", COUNT(*), COUNT(CASE WHEN "OverdueAt" <= @now THEN 1 END), COUNT(CASE WHEN "OverdueAt" > @now THEN 1 END),
                    COUNT(CASE WHEN "ReportedCompleteOn" IS NOT NULL AND "Status" = 'Active' THEN 1 END),
                    COUNT(CASE WHEN "ReportedCompleteOn" IS NOT NULL AND "Status" = 'Active' AND "DueAt" <= @now THEN 1 END),
                    COUNT(CASE WHEN COALESCE("ReportedCompleteOn", "ClosedOn") <= "DueDate" THEN 1 END),
                    COUNT(CASE WHEN "ReportingFrequency" = 'None' THEN 1 END)
                FROM "Commitments" GROUP BY "Status", "DueDate"
                """, r => (r.Enum<CommitmentStatus>(0), r.GetFieldValue<DateOnly>(1), r.Int(2), r.Int(3), r.Int(4), r.Int(5), r.Int(6), r.Int(7), r.Int(8)), now),
            (await connection.RowsAsync("""
                SELECT COUNT(*), COUNT(CASE WHEN m."OverdueAt" <= @now THEN 1 END), COUNT(CASE WHEN m."OverdueAt" <= @now AND c."OverdueAt" > @now THEN 1 END)
                FROM "Milestones" m JOIN "Commitments" c ON c."Id" = m."CommitmentId" WHERE c."Status" NOT IN ('Draft', 'Submitted')
                """, r => (r.Int(0), r.Int(1), r.Int(2)), now))[0],
            await connection.RowsAsync("""
                SELECT o."Sector", COUNT(*), COUNT(CASE WHEN c."OverdueAt" <= @now THEN 1 END)
                FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId" GROUP BY o."Sector"
                """, r => new SectorCount(r.Enum<Sector>(0), r.Int(1), r.Int(2)), now),
            await connection.RowsAsync("""
                SELECT k."Code", COUNT(*), COUNT(CASE WHEN c."OverdueAt" <= @now THEN 1 END)
                FROM "CommitmentCountries" k JOIN "Commitments" c ON c."Id" = k."CommitmentId" GROUP BY k."Code"
                """, r => new CountryCount(r.GetString(0), r.Int(1), r.Int(2)), now),
            await connection.RowsAsync("""
                SELECT t."Goal", COUNT(*), COUNT(CASE WHEN c."OverdueAt" <= @now THEN 1 END)
                FROM (SELECT DISTINCT "Goal", "CommitmentId" FROM "CommitmentTargets") t JOIN "Commitments" c ON c."Id" = t."CommitmentId" GROUP BY t."Goal"
                """, r => new GoalCount(r.Int(0), r.Int(1), r.Int(2)), now),
            await connection.RowsAsync("""
                SELECT "Pillar", COUNT(*), COUNT(CASE WHEN "OverdueAt" <= @now THEN 1 END) FROM "Commitments" WHERE "Pillar" IS NOT NULL GROUP BY "Pillar"
                """, r => new PillarCount(r.Enum<Pillar>(0), r.Int(1), r.Int(2)), now),
            await connection.RowsAsync("""
                SELECT c."Id", c."Title", o."Id", o."Name", o."CountryCode", o."TimeZone", c."DueDate"
                FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId"
                WHERE c."OverdueAt" <= @now ORDER BY c."DueDate", c."Seq" LIMIT 10
                """, r => r.GetGuid(0), now),
            (await connection.RowsAsync("""
                SELECT COUNT(*), COUNT(CASE WHEN NOT EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id") THEN 1 END)
                FROM (SELECT DISTINCT "OrganizationId" AS "Id" FROM "Commitments" WHERE "Status" = 'Active') o
                """, r => (r.Int(0), r.Int(1))))[0]);
    }

    /// <summary>Both must say the same before their times mean anything.</summary>
    private static void Check(Overview ours, Figures plain)
    {
        Same("total", ours.Total, plain.Days.Sum(d => d.Total));
        Same("overdue", ours.Overdue, plain.Days.Sum(d => d.Overdue));
        Same("claimed", ours.ReportedComplete, plain.Days.Sum(d => d.ReportedComplete));
        Same("claimed past due", ours.ReportedCompletePastDue, plain.Days.Sum(d => d.ReportedCompletePastDue));
        Same("on time", ours.CompletedOnTime, plain.Days.Where(d => d.Status == CommitmentStatus.Completed).Sum(d => d.OnTime));
        Same("without reporting", ours.WithoutReporting, plain.Days.Where(d => d.Status == CommitmentStatus.Active).Sum(d => d.WithoutReporting));
        Same("milestones", (ours.MilestonesTotal, ours.MilestonesOverdue, ours.MilestonesOverdueAhead), plain.Milestones);
        Same("sectors", true, ours.BySector.ToHashSet().SetEquals(plain.Sectors));
        Same("countries", true, ours.ByCountry.ToHashSet().SetEquals(plain.Countries));
        Same("goals", true, ours.ByGoal.Where(g => g.Total > 0).ToHashSet().SetEquals(plain.Goals));
        Same("pillars", true, ours.ByPillar.ToHashSet().SetEquals(plain.Pillars));
        Same("worst", true, ours.OldestOverdueCommitments.Select(w => w.Id).SequenceEqual(plain.OldestOverdueCommitments));
        Same("organizations", (ours.Organizations, ours.OrganizationsWithoutContact), plain.Organizations);

        static void Same<T>(string what, T a, T b)
        {
            if (!Equals(a, b)) throw new InvalidOperationException($"The overview's {what} is {a}, by plain SQL {b}.");
        }
    }
}
