namespace PartnershipTracker.Bench;

/// <summary>Commitments with a long history, one after the other. Rules and sentences are the product's own on both sides.</summary>
internal static class CommitmentBench
{
    /// <summary>The terms that every installation begins with; it reads no database.</summary>
    private static readonly IVocabulary Seeded = new Vocabulary(null!, TimeProvider.System);

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
        await CompareAsync(
            "its flags",
            async id => await product.Send(new ListFlags(CommitmentId: id)),
            async id => await FlagsAsync(plain, id)
        );

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

    /// <summary>Seven statements, sent as one.</summary>
    private static Task<CommitmentDetails> GetAsync(PlainConnection connection, Guid id) =>
        connection.ReadAsync(
            $"""
            SELECT c."ReportDueAt" AS "Facts_1", c."ReviewDueAt" AS "Facts_2", c."OffTrackAt" AS "Facts_3",
                c."LastAcceptedValue" AS "Facts_4",
                EXISTS (SELECT 1 FROM "Contacts" k WHERE k."OrganizationId" = o."Id") AS "Facts_5", c."Measure_Indicator", c."Measure_Unit",
                c."Measure_Baseline", c."Measure_BaselineDate", c."Measure_Target", c."Measure_MeansOfVerification",
                c."Funding_Amount", c."Funding_Currency", c."Funding_Paid", c."Themes",
                c."Id", c."PartnershipId", p."Name" AS "PartnershipName", c."OrganizationId", o."Name" AS "OrganizationName",
                o."CountryCode" AS "OrganizationCountryCode", o."Sector", o."TimeZone",
                c."Status", c."Title", c."Description", c."Pillar", c."StartDate", c."DueDate", c."OriginalDueDate",
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
            SELECT "From", "To", "DueOn", "Status", "ReportId"
            FROM "ReportingPeriods" WHERE "CommitmentId" = {id} ORDER BY "From" DESC LIMIT 12;
            SELECT r."Value", r."AsOf", r."OrganizationId", o."Name", r."Status"
            FROM "ProgressReports" r JOIN "Organizations" o ON o."Id" = r."OrganizationId"
            WHERE r."CommitmentId" = {id} AND r."Value" IS NOT NULL AND r."Status" <> 'Returned'
            ORDER BY r."AsOf" DESC, r."Seq" DESC LIMIT 1;
            SELECT "Id", "Title", "DueDate", "OriginalDueDate", "TimesMoved", "Weight", "CompletedOn", "DroppedOn", "OverdueAt"
            FROM "Milestones" WHERE "CommitmentId" = {id} ORDER BY "DueDate", "Seq"
            """,
            async rows =>
            {
                var reader = new PlainReader(rows, "commitment");
                var found = (await reader.NextAsync<CommitmentDetails>())[0] with
                {
                    SdgTargets = await reader.NextAsync<string>(),
                    CountryCodes = await reader.NextAsync<string>(),
                    Supporters = await reader.NextAsync<SupporterDetails>(),
                    ReportingPeriods = await reader.NextAsync<ReportingPeriodDetails>(),
                    LastValue = (await reader.NextAsync<LastValue>()).SingleOrDefault(),
                    Milestones = await reader.NextAsync<MilestoneDetails>(),
                };
                return found.JudgedAt(DatabaseGenerator.Now);
            }
        );

    /// <summary>The titles of milestones are looked up, because the entries of flags hold their ids.</summary>
    private static async Task<Page<HistoryItem>> HistoryAsync(PlainConnection connection, Guid id)
    {
        var total = await connection.ScalarAsync<long>($"""SELECT COUNT(*) FROM "History" WHERE "CommitmentId" = {id}""");
        var rows = await connection.QueryAsync<HistoryRow>(
            $"""
            SELECT "At", "ActorId", "Event", "Data" FROM "History" WHERE "CommitmentId" = {id}
            ORDER BY "At" DESC, "Seq" DESC LIMIT {Limit}
            """
        );
        var keys = await connection.QueryAsync<(Guid Id, Role Role, string Organization)>(
            $"""
            SELECT k."Id", k."Role", o."Name" FROM "ApiKeys" k JOIN "Organizations" o ON o."Id" = k."OrganizationId"
            WHERE k."Id" IN ({PlainConnection.Values([.. rows.Select(row => (object?)row.Key).Distinct()])})
            """
        );
        var titles = await connection.QueryAsync<(Guid Id, string Title)>(
            $"""SELECT "Id", "Title" FROM "Milestones" WHERE "CommitmentId" = {id}"""
        );
        var names = keys.ToDictionary(key => key.Id, key => Texts.Event("by.organization", key.Organization, key.Role));
        var titleOf = titles.ToDictionary(milestone => milestone.Id, milestone => milestone.Title);
        return new Page<HistoryItem>([.. rows.Select(Item)], null, (int)total);

        HistoryItem Item(HistoryRow row)
        {
            var by = row.Key is { } key ? names[key] : Texts.Event("by.system");
            var data = JsonElement.Parse(row.Data);
            if (row.Event is "flagRaised" or "flagCleared" && data.TryGetProperty("milestoneId", out var milestone))
            {
                var withTitle = JsonObject.Create(data)!;
                withTitle["title"] = titleOf[milestone.GetGuid()];
                data = JsonSerializer.SerializeToElement(withTitle);
            }

            var sentence = Sentence.Of(row.Event, by, data, new Dictionary<OrganizationId, string>(), Seeded);
            return new HistoryItem(row.At, by, row.Event, sentence, data);
        }
    }

    private sealed record HistoryRow(DateTimeOffset At, Guid? Key, string Event, string Data);

    private static async Task<Page<FlagItem>> FlagsAsync(PlainConnection connection, Guid id)
    {
        var total = await connection.ScalarAsync<long>($"""SELECT COUNT(*) FROM "Flags" WHERE "CommitmentId" = {id}""");
        var sql = (FormattableString)$"""SELECT * FROM "Flags" WHERE "CommitmentId" = {id} ORDER BY "Seq" DESC LIMIT {Limit}""";
        var flags = await connection.QueryAsync<FlagItem>(sql);
        return new Page<FlagItem>([.. flags.Select(flag => flag with { DaysOverdue = DaysOf(flag) })], null, (int)total);

        static int DaysOf(FlagItem flag) => (int)((flag.ClearedAt ?? DatabaseGenerator.Now) - flag.OverdueAt).TotalDays + 1;
    }
}
