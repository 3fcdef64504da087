namespace PartnershipTracker.Bench;

/// <summary>The board's figures. The plain side counts by hand-written SQL; what follows from the counts is the product's code on both sides.</summary>
internal static class OverviewBench
{
    private const double Goal = 1.5;

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var database = await DatabaseGenerator.GetAsync(options, commitments);
        await using var product = new Product(database, DatabaseGenerator.Now);
        await using var plain = await database.OpenAsync();
        var comparison = new Comparison(
            "overview",
            "all figures",
            Goal,
            async () => await product.Send(new GetOverview()),
            async () => await CountAsync(plain)
        );
        await comparison.RunAsync(commitments, results);
    }

    private static async Task<Overview> CountAsync(PlainConnection connection)
    {
        var now = DatabaseGenerator.Now.UtcTicks;
        var today = DateOnly.FromDateTime(DatabaseGenerator.Now.UtcDateTime);
        var days = await connection.QueryAsync(
            $"""
            SELECT "Status", "DueDate", COUNT(*), COUNT(CASE WHEN "OverdueAt" <= {now} THEN 1 END), COUNT(CASE WHEN "OverdueAt" > {now} THEN 1 END),
                COUNT(CASE WHEN "ReportedCompleteOn" IS NOT NULL AND "Status" = 'Active' THEN 1 END),
                COUNT(CASE WHEN "ReportedCompleteOn" IS NOT NULL AND "Status" = 'Active' AND "DueAt" <= {now} THEN 1 END),
                COUNT(CASE WHEN COALESCE("ReportedCompleteOn", "ClosedOn") <= "DueDate" THEN 1 END),
                COUNT(CASE WHEN "ReportingFrequency" = 'None' THEN 1 END)
            FROM "Commitments" GROUP BY "Status", "DueDate"
            """,
            r => new DueDayCount(r.Enum<CommitmentStatus>(0), r.Day(1), r.Int(2), r.Int(3), r.Int(4), r.Int(5), r.Int(6), r.Int(7), r.Int(8))
        );
        var milestones = await connection.QueryAsync(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN m."OverdueAt" <= {now} THEN 1 END),
                COUNT(CASE WHEN m."OverdueAt" <= {now} AND c."OverdueAt" > {now} THEN 1 END)
            FROM "Milestones" m JOIN "Commitments" c ON c."Id" = m."CommitmentId" WHERE c."Status" NOT IN ('Draft', 'Submitted')
            """,
            r => (Total: r.Int(0), Overdue: r.Int(1), Ahead: r.Int(2))
        );
        var oldest = await connection.QueryAsync(
            $"""
            SELECT c."Id", c."Title", o."Id", o."Name", o."CountryCode", c."DueDate", o."TimeZone"
            FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId"
            WHERE c."OverdueAt" <= {now} ORDER BY c."DueDate", c."Seq" LIMIT 10
            """,
            r => new OverdueCommitment(r.GetGuid(0), r.GetString(1), r.GetGuid(2), r.GetString(3), r.GetString(4), r.Day(5), AgeOf(r))
        );
        var organizations = await connection.QueryAsync(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN NOT EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id") THEN 1 END)
            FROM (SELECT DISTINCT "OrganizationId" AS "Id" FROM "Commitments" WHERE "Status" = 'Active') o
            """,
            r => (All: r.Int(0), WithoutContact: r.Int(1))
        );
        var sectors = await ByAsync($"""JOIN "Organizations" k ON k."Id" = c."OrganizationId" """, $"""k."Sector" """);
        var countries = await ByAsync($"""JOIN "CommitmentCountries" k ON k."CommitmentId" = c."Id" """, $"""k."Code" """);
        var goals = await ByAsync(
            $"""JOIN (SELECT DISTINCT "Goal", "CommitmentId" FROM "CommitmentTargets") k ON k."CommitmentId" = c."Id" """,
            $"""CAST(k."Goal" AS text)"""
        );
        var pillars = await ByAsync($"", $"""c."Pillar" """);
        return new DueDays(days, today).Fill(
            new Overview
            {
                AsOf = DatabaseGenerator.Now,
                Today = today,
                MilestonesTotal = milestones[0].Total,
                MilestonesOverdue = milestones[0].Overdue,
                MilestonesOverdueAhead = milestones[0].Ahead,
                BySector = [.. sectors.Select(s => new SectorCount(Enum.Parse<Sector>(s.Key), s.Total, s.Overdue)).OrderByDescending(s => (s.Overdue, s.Total)).ThenBy(s => s.Sector)],
                ByCountry = [.. countries.Select(c => new CountryCount(c.Key, c.Total, c.Overdue)).OrderByDescending(c => (c.Overdue, c.Total)).ThenBy(c => c.CountryCode, StringComparer.Ordinal)],
                ByGoal = [.. goals.Select(g => new GoalCount(int.Parse(g.Key, null), g.Total, g.Overdue)).OrderBy(g => g.Goal)],
                ByPillar = [.. pillars.Select(p => new PillarCount(Enum.Parse<Pillar>(p.Key), p.Total, p.Overdue)).OrderBy(p => p.Pillar)],
                OldestOverdueCommitments = oldest,
                Organizations = organizations[0].All,
                OrganizationsWithoutContact = organizations[0].WithoutContact,
            }
        );

        Task<List<(string Key, int Total, int Overdue)>> ByAsync(FormattableString join, FormattableString key) =>
            connection.QueryAsync(
                $"""
                SELECT {key}, COUNT(*), COUNT(CASE WHEN c."OverdueAt" <= {now} THEN 1 END)
                FROM "Commitments" c {join} WHERE {key} IS NOT NULL GROUP BY {key}
                """,
                r => (r.GetString(0), r.Int(1), r.Int(2))
            );

        static int AgeOf(DbDataReader r) => DueDay.Today(DatabaseGenerator.Now, Codes.TimeZone(r.GetString(6))).DayNumber - r.Day(5).DayNumber;
    }
}
