namespace PartnershipTracker.Bench;

/// <summary>
/// Reporting progress on one commitment after the other, each side on its own copy. Both write the same rows, history and version included.
/// </summary>
internal static class ReportBench
{
    private const double Goal = 4;
    private const int Compared = 10;
    private const string Narrative = "Two clinics were equipped and eleven nurses trained; the third clinic waits for its building permit.";

    private static readonly DateTimeOffset Now = DatabaseGenerator.Now;
    private static readonly DateOnly AsOf = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-1);

    public static async Task RunAsync(BenchOptions options, int commitments, Results results)
    {
        var generated = await DatabaseGenerator.GetAsync(options, commitments);
        await using var productCopy = await generated.CopyAsync("bench_report_product");
        await using var plainCopy = await generated.CopyAsync("bench_report_plain");
        await using var product = new Product(productCopy, Now);
        await using var written = await productCopy.OpenAsync();
        await using var plain = await plainCopy.OpenAsync();

        // Without what the generator has written past the aggregate: the product would correct it, and the sides would differ.
        var ids = await plain.QueryAsync<Guid>(
            $"""
            SELECT "Id" FROM "Commitments" WHERE "Status" = 'Active' AND "ReportedCompleteOn" IS NULL AND "ReportDueAt" IS NOT NULL
                AND "ReviewDueAt" IS NULL AND "OffTrackAt" IS NULL AND "OrganizationId" NOT IN (SELECT "OrganizationId" FROM "Contacts")
            ORDER BY "Seq" LIMIT 1000
            """
        );
        var (productTurn, plainTurn) = (0, 0);
        var comparison = new Comparison(
            "report",
            "progress",
            Goal,
            async () => await product.Send(new ReportProgress(new(ids[productTurn++ % ids.Count]), AsOf, Narrative, 12)) != default,
            async () => await ReportAsync(plain, ids[plainTurn++ % ids.Count])
        );
        await comparison.RunAsync(commitments, results);
        foreach (var id in ids.Take(Compared))
            await WrittenRows.MustBeEqualAsync(written, id, plain, id);
    }

    private static async Task<bool> ReportAsync(PlainConnection connection, Guid id)
    {
        var report = Guid.CreateVersion7();
        var found = await connection.ScalarAsync<Found>(
            $"""
            SELECT o."Id", o."TimeZone", c."Status", c."ReviewDueAt", c."Version", c."Measure_Unit"
            FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId" WHERE c."Id" = {id}
            """
        );
        var open = await connection.QueryAsync<(long Seq, DateOnly From, DateOnly? DueOn, long? DueAt)>(
            $"""
            SELECT "Seq", "From", "DueOn", "DueAt" FROM "ReportingPeriods" WHERE "CommitmentId" = {id} AND "Status" = 'Open' ORDER BY "From"
            """
        );
        var (zone, now) = (Codes.TimeZone(found.TimeZone), Now.UtcTicks);
        if (found.Status != "Active" || AsOf > DueDay.Today(Now, zone))
            throw new InvalidOperationException("There is nothing to report on.");
        var closed = open.Find(period => period.From <= AsOf);
        var owed = open.Where(period => period != closed).OrderBy(period => period.DueAt).FirstOrDefault();
        var reviewDueAt = DueDay.EndsAt(DueDay.Today(Now, zone).AddDays(14), zone).UtcTicks;
        var firstReviewDueAt = Math.Min(reviewDueAt, found.ReviewDueAt ?? long.MaxValue);
        var firstReviewDueOn = DueDay.Today(new DateTimeOffset(firstReviewDueAt - 1, TimeSpan.Zero), zone);

        await connection.InTransactionAsync(async () =>
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO "ProgressReports" ("Id", "CommitmentId", "OrganizationId", "AsOf", "Value", "Narrative", "ReportsCompletion",
                    "SubmittedAt", "ReviewDueAt", "Status", "UpdatedAt")
                VALUES ({report}, {id}, {found.Organization}, {AsOf}, {12m}, {Narrative}, {false}, {now}, {reviewDueAt}, 'Submitted', {now})
                """
            );
            await connection.ExecuteAsync(
                $"""UPDATE "ReportingPeriods" SET "Status" = 'Reported', "ReportId" = {report} WHERE "Seq" = {closed.Seq}"""
            );
            var updated = await connection.ExecuteAsync(
                $"""
                UPDATE "Commitments" SET "ReviewDueAt" = {firstReviewDueAt}, "ReviewDueOn" = {firstReviewDueOn},
                    "ReportDueAt" = {owed.DueAt}, "ReportDueOn" = {owed.DueOn}, "SweepAt" = {now}, "UpdatedAt" = {now},
                    "Version" = "Version" + 1
                WHERE "Id" = {id} AND "Version" = {found.Version}
                """
            );
            if (updated != 1)
                throw new InvalidOperationException("Somebody else changed the commitment first.");
            await connection.ExecuteAsync(
                $"""UPDATE "CommitmentVersions" SET "ValidTo" = {now} WHERE "CommitmentId" = {id} AND "ValidTo" IS NULL"""
            );
            await PlainWrites.AddVersionAsync(connection, id);
            var happened = new ProgressReported(
                new(id),
                new(report),
                new(found.Organization),
                AsOf,
                12,
                found.Unit,
                ReportsCompletion: false
            );
            await PlainWrites.AddHistoryAsync(connection, id, "progressReported", happened);
        });
        return true;
    }

    private sealed record Found(Guid Organization, string TimeZone, string Status, long? ReviewDueAt, int Version, string? Unit);
}
