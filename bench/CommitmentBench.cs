namespace PartnershipTracker.Bench;

/// <summary>Commitments with a long history, asked for one after the other. Rules and sentences are the product's own on both sides.</summary>
internal static class CommitmentBench
{
    private const double Goal = 2;
    private const int Limit = 50;

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var database = await DatabaseGenerator.GetAsync(options, commitments);
        await using var product = new Product(database, DatabaseGenerator.Now);
        await using var plain = await database.OpenAsync();
        var ids = await DatabaseGenerator.LongHistoryAsync(plain);
        await CompareAsync("one", async id => await product.Send(new GetCommitment(new(id))), async id => await GetAsync(plain, id));
        await CompareAsync(
            "50 of its 200 entries of history",
            async id => await product.Send(new GetHistory(new CommitmentId(id))) with { Next = null },
            async id => await HistoryAsync(plain, id)
        );
        await CompareAsync("its flags", async id => await product.Send(new ListFlags(CommitmentId: id)), async id => await FlagsAsync(plain, id));

        Task CompareAsync(string what, Func<Guid, Task<object>> ofProduct, Func<Guid, Task<object>> ofPlain)
        {
            var (productTurn, plainTurn) = (0, 0);
            return new Comparison(
                "commitment",
                what,
                Goal,
                () => ofProduct(ids[productTurn++ % ids.Count]),
                () => ofPlain(ids[plainTurn++ % ids.Count])
            ).RunAsync(commitments, results);
        }
    }

    /// <summary>Six statements, sent as one.</summary>
    private static Task<CommitmentDetails> GetAsync(PlainConnection connection, Guid id) =>
        connection.ReadAsync(
            $"""
            SELECT c."Themes" AS "ThemeNames", c."ReportDueAt", c."ReviewDueAt", c."OffTrackAt", c."LastAcceptedValue",
                EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id"), c."Measure_Indicator", c."Measure_Unit",
                c."Measure_Baseline", c."Measure_BaselineDate", c."Measure_Target", c."Measure_MeansOfVerification",
                c."Funding_Amount", c."Funding_Currency", c."Funding_Paid",
                c."Id", c."PartnershipId", p."Name" AS "PartnershipName", c."OrganizationId", o."Name" AS "OrganizationName", o."Sector",
                o."TimeZone", c."Status", c."Title", c."Description", c."Pillar", c."StartDate", c."DueDate", c."OriginalDueDate",
                c."TimesMoved", c."DaysSlipped", c."OverdueAt", c."AssessedLevel", c."AssessedOn", c."ReportDueOn", c."ReviewDueOn",
                c."SuccessorId", c."ReportedCompleteOn", c."ReportingFrequency", c."SourceId", c."ClosedOn", c."ClosingNarrative",
                c."ReturnReason", c."Version", c."UpdatedAt", c."Context_TargetGroup" AS "TargetGroup", c."Context_Place" AS "Place",
                c."Context_Resources" AS "Resources", c."Context_FundingStatus" AS "FundingStatus", c."Context_Risks" AS "Risks",
                c."Context_StatedNeed" AS "StatedNeed"
            FROM "Commitments" c
            JOIN "Organizations" o ON o."Id" = c."OrganizationId" JOIN "Partnerships" p ON p."Id" = c."PartnershipId" WHERE c."Id" = {id};
            SELECT "Code" FROM "CommitmentTargets" WHERE "CommitmentId" = {id} ORDER BY "Seq";
            SELECT "Code" FROM "CommitmentCountries" WHERE "CommitmentId" = {id} AND "IsStated" ORDER BY "Seq";
            SELECT s."OrganizationId", o."Name", s."Share"
            FROM "Supporters" s JOIN "Organizations" o ON o."Id" = s."OrganizationId" WHERE s."CommitmentId" = {id} ORDER BY s."Seq";
            SELECT "From", "To", "DueOn", "Status", "ReportId" FROM "ReportingPeriods" WHERE "CommitmentId" = {id} ORDER BY "From" DESC LIMIT 12;
            SELECT "Id", "Title", "DueDate", "OriginalDueDate", "TimesMoved", "Weight", "CompletedOn", "DroppedOn", "OverdueAt"
            FROM "Milestones" WHERE "CommitmentId" = {id} ORDER BY "DueDate", "Seq"
            """,
            async reader =>
            {
                var found = (await reader.RowsAsync(Read))[0] with
                {
                    SdgTargets = await reader.NextRowsAsync(row => row.GetString(0)),
                    CountryCodes = await reader.NextRowsAsync(row => row.GetString(0)),
                    Supporters = await reader.NextRowsAsync(r => new SupporterDetails(r.GetGuid(0), r.GetString(1), r.Nullable<decimal>(2))),
                    ReportingPeriods = await reader.NextRowsAsync(ReadPeriod),
                    Milestones = await reader.NextRowsAsync(RecordReader<MilestoneDetails>.Read),
                };
                return found.JudgedAt(DatabaseGenerator.Now);
            }
        );

    private static CommitmentDetails Read(DbDataReader r) =>
        RecordReader<CommitmentDetails>.Read(r) with
        {
            Themes = [.. r.GetString(0).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Theme>)],
            Facts = new(r.NullableInstant(1), r.NullableInstant(2), r.NullableInstant(3), r.Nullable<decimal>(4), r.GetBoolean(5)),
            Measure = r.IsDBNull(6)
                ? null
                : new(r.Text(6), r.Text(7), r.Nullable<decimal>(8), r.Nullable<DateOnly>(9), r.Nullable<decimal>(10), r.Text(11)),
            Funding = r.IsDBNull(12) ? null : new Funding(r.GetDecimal(12), r.GetString(13), r.Nullable<decimal>(14)),
        };

    private static ReportingPeriodDetails ReadPeriod(DbDataReader r) =>
        new(r.Day(0), r.Day(1), r.Day(2), r.Enum<ReportingPeriodStatus>(3), r.Nullable<Guid>(4));

    /// <summary>Changes and flags in one order; what was raised and what was cleared is told by the flag's row.</summary>
    private static async Task<Page<HistoryItem>> HistoryAsync(PlainConnection connection, Guid id)
    {
        var total = await connection.ScalarAsync<long>(
            $"""
            SELECT (SELECT COUNT(*) FROM "History" WHERE "CommitmentId" = {id})
                + (SELECT COUNT(*) + COUNT("ClearedAt") FROM "Flags" WHERE "CommitmentId" = {id})
            """
        );
        FormattableString ofFlag = $"""
            f."Id", f."Kind", f."MilestoneId", m."Title", f."DueDate", f."ClearedBecause"
            FROM "Flags" f LEFT JOIN "Milestones" m ON m."Id" = f."MilestoneId" WHERE f."CommitmentId" = {id}
            """;
        var rows = await connection.QueryAsync(
            $"""
            SELECT * FROM (
                SELECT "At", 0, "Seq", "ActorId", "Event", "Data", CAST(NULL AS uuid), NULL, CAST(NULL AS uuid), NULL, CAST(NULL AS date), NULL
                FROM "History" WHERE "CommitmentId" = {id} ORDER BY "At" DESC, "Seq" DESC LIMIT {Limit}) AS changes
            UNION ALL SELECT f."RaisedAt", 1, f."Seq", NULL, 'flagRaised', NULL, {ofFlag}
            UNION ALL SELECT f."ClearedAt", 2, f."Seq", NULL, 'flagCleared', NULL, {ofFlag} AND f."ClearedAt" IS NOT NULL
            ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT {Limit}
            """,
            row => (At: row.Instant(0), Key: row.Nullable<Guid>(3) ?? Guid.Empty, Event: row.GetString(4), Data: FactsOf(row))
        );
        var names = await connection.QueryAsync(
            $"""
            SELECT k."Id", k."Role", o."Name" FROM "ApiKeys" k JOIN "Organizations" o ON o."Id" = k."OrganizationId"
            WHERE k."Id" IN ({PlainConnection.Values([.. rows.Select(row => (object)row.Key).Distinct()])})
            """,
            row => (Key: row.GetGuid(0), Name: Texts.Event("by.organization", row.GetString(2), row.Enum<Role>(1)))
        );
        var nameOf = names.Append((Key: Guid.Empty, Name: Texts.Event("by.system"))).ToDictionary(name => name.Key, name => name.Name);
        return new Page<HistoryItem>([.. rows.Select(row => Item(nameOf[row.Key], row.At, row.Event, row.Data))], null, (int)total);

        static HistoryItem Item(string by, DateTimeOffset at, string name, JsonElement data) => new(at, by, name, Sentence.Of(name, by, data, new Dictionary<Guid, string>()), data);
    }

    /// <summary>The facts of a change are stored; those of a flag are made of its row.</summary>
    private static JsonElement FactsOf(DbDataReader r) =>
        !r.IsDBNull(5)
            ? JsonElement.Parse(r.GetString(5))
            : HistoryJson.ToElement(
                new
                {
                    flagId = r.GetGuid(6),
                    kind = r.Enum<FlagKind>(7),
                    milestoneId = r.Nullable<Guid>(8),
                    title = r.Text(9),
                    dueDate = r.Day(10),
                    because = r.IsDBNull(11) ? (ClearedBecause?)null : r.Enum<ClearedBecause>(11),
                }
            );

    private static async Task<Page<FlagItem>> FlagsAsync(PlainConnection connection, Guid id)
    {
        var total = await connection.ScalarAsync<long>($"""SELECT COUNT(*) FROM "Flags" WHERE "CommitmentId" = {id}""");
        var flags = await connection.QueryAsync(
            $"""SELECT * FROM "Flags" WHERE "CommitmentId" = {id} ORDER BY "Seq" DESC LIMIT {Limit}""",
            RecordReader<FlagItem>.Read
        );
        return new Page<FlagItem>([.. flags.Select(flag => flag with { DaysOverdue = DaysOf(flag) })], null, (int)total);

        static int DaysOf(FlagItem flag) => (int)((flag.ClearedAt ?? DatabaseGenerator.Now) - flag.OverdueAt).TotalDays + 1;
    }
}
