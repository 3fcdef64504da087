namespace PartnershipTracker.Bench;

/// <summary>The board's figures. What follows from the counts of each due day is the product's own code on both sides.</summary>
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
        FormattableString counts = $"""COUNT(*), COUNT(CASE WHEN c."OverdueAt" <= {now} THEN 1 END)""";
        var days = await connection.QueryAsync<DueDayCount>(
            $"""
            SELECT c."Status", c."DueDate", {counts}, COUNT(CASE WHEN c."OverdueAt" > {now} THEN 1 END),
                COUNT(CASE WHEN c."ReportedCompleteOn" IS NOT NULL AND c."Status" = 'Active' THEN 1 END),
                COUNT(CASE WHEN c."ReportedCompleteOn" IS NOT NULL AND c."Status" = 'Active' AND c."DueAt" <= {now} THEN 1 END),
                COUNT(CASE WHEN COALESCE(c."ReportedCompleteOn", c."ClosedOn") <= c."DueDate" THEN 1 END),
                COUNT(CASE WHEN COALESCE(c."ReportedCompleteOn", c."ClosedOn") IS NULL OR c."DueDate" IS NULL THEN 1 END),
                COUNT(CASE WHEN c."ReportingFrequency" = 'None' THEN 1 END), COUNT(CASE WHEN c."WasAccepted" THEN 1 END),
                COUNT(c."EndedOverdueOn")
            FROM "Commitments" c GROUP BY c."Status", c."DueDate"
            """
        );
        var milestones = await connection.ScalarAsync<(int Total, int Overdue, int Ahead)>(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN m."OverdueAt" <= {now} THEN 1 END),
                COUNT(CASE WHEN m."OverdueAt" <= {now} AND c."OverdueAt" > {now} THEN 1 END)
            FROM "Milestones" m JOIN "Commitments" c ON c."Id" = m."CommitmentId" WHERE c."WasAccepted"
            """
        );
        var organizations = await connection.ScalarAsync<(int All, int WithoutContact)>(
            $"""
            SELECT COUNT(*), COUNT(CASE WHEN NOT EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id") THEN 1 END)
            FROM (SELECT DISTINCT "OrganizationId" AS "Id" FROM "Commitments" WHERE "Status" = 'Active') o
            """
        );
        var oldest = await connection.QueryAsync<(OverdueCommitment Commitment, string TimeZone)>(
            $"""
            SELECT c."Id", c."Title", o."Id", o."Name", o."CountryCode", c."DueDate", 0, o."TimeZone"
            FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId"
            WHERE c."OverdueAt" <= {now} ORDER BY c."DueDateKey", c."Seq" LIMIT 10
            """
        );
        var sectors = await connection.QueryAsync<SectorCount>(
            $"""
            SELECT o."Sector", {counts} FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId" GROUP BY o."Sector"
            """
        );
        var countries = await connection.QueryAsync<CountryCount>(
            $"""
            SELECT k."Code", {counts} FROM "CommitmentCountries" k JOIN "Commitments" c ON c."Id" = k."CommitmentId" GROUP BY k."Code"
            ORDER BY 3 DESC, 2 DESC, 1
            """
        );
        var goals = await connection.QueryAsync<GoalCount>(
            $"""
            SELECT t."Goal", {counts} FROM (SELECT DISTINCT "Goal", "CommitmentId" FROM "CommitmentTargets") t
            JOIN "Commitments" c ON c."Id" = t."CommitmentId" GROUP BY t."Goal" ORDER BY 1
            """
        );
        var pillars = await connection.QueryAsync<PillarCount>(
            $"""SELECT c."Pillar", {counts} FROM "Commitments" c WHERE c."Pillar" IS NOT NULL GROUP BY c."Pillar" ORDER BY 1"""
        );
        return new DueDays(days, today).Fill(
            new Overview
            {
                AsOf = DatabaseGenerator.Now,
                Today = today,
                MilestonesTotal = milestones.Total,
                MilestonesOverdue = milestones.Overdue,
                MilestonesOverdueAhead = milestones.Ahead,
                BySector = [.. sectors.OrderByDescending(s => (s.Overdue, s.Total)).ThenBy(s => s.Sector)],
                ByCountry = countries,
                ByGoal = goals,
                ByPillar = pillars,
                OldestOverdueCommitments =
                [
                    .. oldest.Select(o => o.Commitment with { DaysOverdue = AgeOf(o.Commitment.DueDate, o.TimeZone) }),
                ],
                Organizations = organizations.All,
                OrganizationsWithoutContact = organizations.WithoutContact,
            }
        );

        static int AgeOf(DateOnly due, string zone) => DueDay.Today(DatabaseGenerator.Now, Codes.TimeZone(zone)).DayNumber - due.DayNumber;
    }
}
