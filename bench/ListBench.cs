namespace PartnershipTracker.Bench;

/// <summary>The list of commitments, 50 on a page: with some of its filters in this process, and an officer's own over HTTP.</summary>
internal static class ListBench
{
    private const double Goal = 1.5;
    private const double GoalOverHttp = 0.7;
    private const int Limit = 50;

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var database = await DatabaseGenerator.GetAsync(options, commitments);
        await using (var product = new Product(database, DatabaseGenerator.Now))
        await using (var plain = await database.OpenAsync())
        {
            var cursor = (await product.Send(new ListCommitments())).Next!;
            var (due, seq) = Cursor.Read<DateOnly>(cursor);
            var now = DatabaseGenerator.Now.UtcTicks;
            var position = PlainConnection.Raw(database.IsSqlite ? "instr" : "strpos");
            await CompareAsync("first page and total", new(), $"1 = 1");
            await CompareAsync(
                "second page",
                new() { Cursor = cursor },
                $"""c."DueDateKey" >= {due} AND (c."DueDateKey" > {due} OR c."Seq" > {seq})"""
            );
            await CompareAsync("overdue", new() { Overdue = true }, $"""c."OverdueAt" <= {now}""");
            await CompareAsync(
                "words in title or name",
                new() { Q = "palliative" },
                $"""({position}(c."TitleKey", {"palliative"}) > 0 OR {position}(o."NameKey", {"palliative"}) > 0)"""
            );

            Task CompareAsync(string what, ListCommitments query, FormattableString where) =>
                new Comparison(
                    "list",
                    what,
                    Goal,
                    async () => await product.Send(query),
                    async () => await PageAsync(plain, where, isFirst: query.Cursor is null)
                ).RunAsync(commitments, results);
        }

        await HttpBench.RunAsync(database, "list", "50 of one's own", GoalOverHttp, commitments, results, CallOf);
    }

    /// <summary>
    /// A page by hand-written SQL. It finds the rows of the page before it reads all their columns, because SQLite would otherwise sort all
    /// rows with all columns.
    /// </summary>
    /// <param name="where">Uses c for the commitment and o for its organization.</param>
    /// <param name="isFirst">The first page also says how many there are in all.</param>
    public static async Task<Page<CommitmentItem>> PageAsync(PlainConnection connection, FormattableString where, bool isFirst)
    {
        var usesOrganization = where.Format.Contains("o.", StringComparison.Ordinal);
        var join = PlainConnection.Raw(usesOrganization ? """JOIN "Organizations" o ON o."Id" = c."OrganizationId" """ : "");
        int? total = isFirst
            ? (int)await connection.ScalarAsync<long>($"""SELECT COUNT(*) FROM "Commitments" c {join} WHERE {where}""")
            : null;
        var rows = await connection.QueryAsync<(long Seq, DateTimeOffset? OverdueAt, string TimeZone, CommitmentItem Item)>(
            $"""
            SELECT c."Seq", c."OverdueAt", o."TimeZone", c."Id", c."Title", c."Status", c."OrganizationId", o."Name" AS "OrganizationName",
                o."CountryCode" AS "OrganizationCountryCode", o."Sector", c."PartnershipId", p."Name" AS "PartnershipName", c."Pillar",
                c."DueDate", c."OriginalDueDate", c."ReportedCompleteOn", c."ClosedOn", c."SourceId", c."TimesMoved", c."DaysSlipped",
                c."AssessedLevel", c."SmartLevel", c."UpdatedAt", c."Version"
            FROM (SELECT c."Seq" FROM "Commitments" c {join} WHERE {where} ORDER BY c."DueDateKey", c."Seq" LIMIT {Limit + 1}) AS page
            JOIN "Commitments" c ON c."Seq" = page."Seq" JOIN "Organizations" o ON o."Id" = c."OrganizationId"
            JOIN "Partnerships" p ON p."Id" = c."PartnershipId" ORDER BY c."DueDateKey", c."Seq"
            """
        );
        var items = rows.Take(Limit).Select(row => JudgedNow(row.Item, row.OverdueAt, row.TimeZone)).ToList();
        var targets = await connection.QueryAsync<(Guid Commitment, string Code)>(
            $"""
            SELECT "CommitmentId", "Code" FROM "CommitmentTargets"
            WHERE "CommitmentId" IN ({PlainConnection.Values([.. items.Select(item => (object)item.Id)])}) ORDER BY "Seq"
            """
        );
        var targetsOf = targets.ToLookup(target => target.Commitment, target => target.Code);
        var next = rows.Count > Limit ? new Cursor<DateOnly>(items[^1].DueDate!.Value, rows[Limit - 1].Seq).Write() : null;
        return new Page<CommitmentItem>([.. items.Select(item => item with { SdgTargets = [.. targetsOf[item.Id]] })], next, total);
    }

    private static CommitmentItem JudgedNow(CommitmentItem item, DateTimeOffset? overdueAt, string zone) =>
        item with
        {
            IsOverdue = overdueAt <= DatabaseGenerator.Now,
            DaysOverdue = DueDay.DaysOverdue(item.DueDate, overdueAt, DatabaseGenerator.Now, Codes.TimeZone(zone)),
        };

    private static HttpCall CallOf(string key, Guid organization, Guid partnership) =>
        new($"/api/v1/commitments?organizationId={organization}&limit={Limit}", key, null);
}
