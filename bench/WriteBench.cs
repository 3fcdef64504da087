using System.Data.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Bench;

/// <summary>
/// What the history costs on writing: <see cref="ReportProgress"/>, over plain SQL that writes the same rows of business with history and version, and over
/// the same without them. Each has its own copy and reports on the same commitments in turns.
/// </summary>
internal static class WriteBench
{
    private const int WarmUps = 200;
    private const int Most = 800;
    private const string Narrative = "Two clinics were equipped and eleven nurses trained; the third clinic waits for its building permit.";

    private sealed record Subject(Guid Id, Guid OrganizationId, Guid PartnershipId, string? Unit);

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var (ours, with, without) = (await generated.CopyAsync("bench_write_ours"), await generated.CopyAsync("bench_write_with"), await generated.CopyAsync("bench_write_without"));
        await using (var product = new Product(ours, Generator.Now))
        await using (var plainWith = await with.OpenAsync())
        await using (var plainWithout = await without.OpenAsync())
        {
            var subjects = await SubjectsAsync(plainWith);
            var today = DateOnly.FromDateTime(Generator.Now.UtcDateTime).AddDays(-1);
            var (warm, times) = (Lists(), Lists());
            foreach (var (subject, i) in subjects.Select((s, i) => (s, i)))
            {
                await Sample.RoundAsync(
                [
                    () => product.Send(new ReportProgress(new CommitmentId(subject.Id), today, Narrative, 12)),
                    () => ReportAsync(plainWith, subject, today, withHistory: true),
                    () => ReportAsync(plainWithout, subject, today, withHistory: false),
                ], i, i < Math.Min(WarmUps, subjects.Count / 2) ? warm : times);
                if (i > 0) continue;
                await using var written = await ours.OpenAsync();
                await Rows.MustBeSameAsync(written, subject.Id, plainWith, subject.Id);
            }

            var medians = times.Select(Sample.Median).ToList();
            results.Timings.Add(new Timing("history", "`ReportProgress`, beside plain SQL with history and version", commitments, medians[0], medians[1]));
            results.Timings.Add(new Timing("history", "`ReportProgress`, beside plain SQL without them", commitments, medians[0], medians[2]));
            results.Timings.Add(new Timing("history", "their price: plain SQL with them, beside plain SQL without", commitments, medians[1], medians[2]));
            await Console.Error.WriteLineAsync($"report progress: {medians[0]:N2} / {medians[1]:N2} with history / {medians[2]:N2} ms without");
        }

        foreach (var store in new[] { ours, with, without }) await store.DeleteAsync();

        static List<double>[] Lists() => [[], [], []];
    }

    /// <summary>Active ones that owe a report and wait for no review.</summary>
    private static Task<List<Subject>> SubjectsAsync(DbConnection connection) => connection.RowsAsync("""
        SELECT "Id", "OrganizationId", "PartnershipId", "Measure_Unit" FROM "Commitments"
        WHERE "Status" = 'Active' AND "ReportedCompleteOn" IS NULL AND "ReviewDueAt" IS NULL AND "ReportDueAt" IS NOT NULL AND "SourceId" LIKE 'GEN-%' ORDER BY "Seq" LIMIT @most
        """, r => new Subject(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.Text(3)), ("most", Most));

    private static async Task ReportAsync(DbConnection connection, Subject subject, DateOnly asOf, bool withHistory)
    {
        var now = Generator.Now;
        var (zone, status, review, version) = (await connection.RowsAsync("""
            SELECT o."TimeZone", c."Status", c."ReviewDueAt", c."Version" FROM "Commitments" c JOIN "Organizations" o ON o."Id" = c."OrganizationId" WHERE c."Id" = @id
            """, r => (Codes.TimeZone(r.GetString(0)), r.GetString(1), r.Nullable<long>(2), r.GetInt64(3)), ("id", subject.Id)))[0];
        if (status != "Active" || asOf > DueDay.Today(now, zone)) throw new InvalidOperationException("Nothing to report on.");
        var open = await connection.RowsAsync(
            """SELECT "Seq", "From", "DueOn", "DueAt" FROM "ReportingPeriods" WHERE "CommitmentId" = @id AND "Status" = 'Open' ORDER BY "From" """,
            r => (Seq: r.GetInt64(0), From: r.GetFieldValue<DateOnly>(1), On: r.GetFieldValue<DateOnly>(2), At: r.GetInt64(3)), ("id", subject.Id));
        var closed = open.FirstOrDefault(p => p.From <= asOf);
        var owed = open.Where(p => p.Seq != closed.Seq).OrderBy(p => p.At).FirstOrDefault();
        var (reviewOn, report) = (DueDay.Today(now, zone).AddDays(14), Guid.CreateVersion7());
        var reviewAt = Math.Min(DueDay.EndsAt(reviewOn, zone).UtcTicks, review ?? long.MaxValue);

        await using var transaction = await connection.BeginTransactionAsync();
        await DoAsync("""
            INSERT INTO "ProgressReports" ("Id", "CommitmentId", "OrganizationId", "AsOf", "Value", "Narrative", "ReportsCompletion", "SubmittedAt", "ReviewDueAt", "Status", "UpdatedAt")
            VALUES (@report, @id, @organization, @asOf, @value, @narrative, @claims, @now, @reviewAt, 'Submitted', @now)
            """, ("report", report), ("id", subject.Id), ("organization", subject.OrganizationId), ("asOf", asOf), ("value", 12m), ("narrative", Narrative), ("claims", false), ("now", now.UtcTicks), ("reviewAt", reviewAt));
        if (closed.Seq > 0) await DoAsync("""UPDATE "ReportingPeriods" SET "Status" = 'Reported', "ReportId" = @report WHERE "Seq" = @seq""", ("report", report), ("seq", closed.Seq));
        var updated = await DoAsync("""
            UPDATE "Commitments" SET "ReviewDueAt" = @reviewAt, "ReviewDueOn" = @reviewOn, "ReportDueAt" = @owedAt, "ReportDueOn" = @owedOn, "SweepAt" = @now, "UpdatedAt" = @now, "Version" = "Version" + 1
            WHERE "Id" = @id AND "Version" = @version
            """, ("reviewAt", reviewAt), ("reviewOn", reviewOn), ("owedAt", owed.Seq > 0 ? owed.At : null), ("owedOn", owed.Seq > 0 ? owed.On : null), ("now", now.UtcTicks), ("id", subject.Id), ("version", version));
        if (updated != 1) throw new InvalidOperationException("Somebody was first.");
        if (withHistory)
        {
            await DoAsync("""
                UPDATE "CommitmentVersions" SET "ValidTo" = @now WHERE "CommitmentId" = @id AND "ValidTo" IS NULL;
                INSERT INTO "CommitmentVersions" ("CommitmentId", "Version", "ValidFrom", "Status", "OrganizationId", "PartnershipId", "Pillar", "DueDate", "OriginalDueDate", "TimesMoved", "DaysSlipped",
                    "ReportedCompleteOn", "AssessedLevel", "ClosedOn", "SmartScore", "SmartLevel", "ReportingFrequency", "OverdueAt", "ReportDueAt", "ReviewDueAt", "OffTrackAt")
                SELECT "Id", "Version", @now, "Status", "OrganizationId", "PartnershipId", "Pillar", "DueDate", "OriginalDueDate", "TimesMoved", "DaysSlipped",
                    "ReportedCompleteOn", "AssessedLevel", "ClosedOn", "SmartScore", "SmartLevel", "ReportingFrequency", "OverdueAt", "ReportDueAt", "ReviewDueAt", "OffTrackAt"
                FROM "Commitments" WHERE "Id" = @id
                """, ("now", now.UtcTicks), ("id", subject.Id));
            var unit = subject.Unit is { } said ? $",\"unit\":\"{said}\"" : "";
            await DoAsync("""
                INSERT INTO "History" ("At", "ActorKind", "Event", "CommitmentId", "OrganizationId", "PartnershipId", "Data") VALUES (@now, 'System', 'progressReported', @id, @organization, @partnership, @data)
                """, ("now", now.UtcTicks), ("id", subject.Id), ("organization", subject.OrganizationId), ("partnership", subject.PartnershipId),
                ("data", $"{{\"commitmentId\":\"{subject.Id}\",\"reportId\":\"{report}\",\"asOf\":\"{asOf:yyyy-MM-dd}\",\"value\":12{unit},\"reportsCompletion\":false}}"));
        }

        await transaction.CommitAsync();

        async Task<int> DoAsync(string sql, params (string Name, object? Value)[] parameters)
        {
            await using var command = connection.Command(sql, parameters);
            command.Transaction = transaction;
            return await command.ExecuteNonQueryAsync();
        }
    }
}
