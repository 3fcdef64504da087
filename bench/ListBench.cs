using System.Data.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>
/// The list of commitments, over SQL that fetches the same columns of the same rows and counts the same total. It finds the rows of the page
/// before it reads them whole: joined in one go, SQLite sorts all rows with all their columns.
/// </summary>
internal static class ListBench
{
    public const double Goal = 1.5;
    private const int Limit = 50;

    /// <param name="Where">After WHERE; uses what <paramref name="Parameters"/> gives.</param>
    private sealed record Case(string What, ListCommitments Query, string Where, string Order, params (string Name, object? Value)[] Parameters);

    public static async Task RunAsync(Store store, int commitments, Results results)
    {
        await using var product = new Product(store, Generator.Now);
        await using var connection = await store.OpenAsync();
        var first = await product.Send(new ListCommitments());
        var cases = Cases(store.Arguments.Provider, first.Next!, first.Items[^1], await SeqAsync(connection, first.Items[^1].Id)).ToList();

        // What is called often must have been compiled for good on both sides.
        await Sample.WarmAsync(() => product.Send(cases[1].Query), () => PlainAsync(connection, cases[1]));
        foreach (var c in cases)
        {
            await CheckAsync(product, connection, c);
            var (ours, plain) = await Sample.InTurnsAsync(() => product.Send(c.Query), () => PlainAsync(connection, c));
            results.Timings.Add(new Timing("list", c.What, commitments, ours, plain, Goal));
            await Console.Error.WriteLineAsync($"list {c.What}: {ours:N2} / {plain:N2} ms = {ours / plain:N2}");
        }
    }

    private static IEnumerable<Case> Cases(DatabaseProvider provider, string cursor, CommitmentItem last, long lastSeq)
    {
        const string byDue = """c."DueDate", c."Seq" """;
        var contains = (string column) => provider == DatabaseProvider.Sqlite ? $"instr({column}, @q) > 0" : $"strpos({column}, @q) > 0";
        yield return new("first page and total", new(), "1 = 1", byDue);
        yield return new("second page", new() { Cursor = cursor }, """c."DueDate" >= @due AND (c."DueDate" > @due OR c."Seq" > @seq)""", byDue, ("due", last.DueDate), ("seq", lastSeq));
        yield return new("overdue", new() { Overdue = true }, """c."OverdueAt" <= @now""", byDue, ("now", Generator.Now.UtcTicks));
        yield return new("goal 3", new() { SdgGoal = 3 },
            """EXISTS (SELECT 1 FROM "CommitmentTargets" t WHERE t."CommitmentId" = c."Id" AND t."Goal" = @goal)""", byDue, ("goal", 3));
        yield return new("a frequent country", new() { CountryCode = Countries.All[0].Alpha2 },
            """EXISTS (SELECT 1 FROM "CommitmentCountries" k WHERE k."CommitmentId" = c."Id" AND k."Code" = @country)""", byDue, ("country", Countries.All[0].Alpha2));
        yield return new("a rare country", new() { CountryCode = Countries.All[240].Alpha2 },
            """EXISTS (SELECT 1 FROM "CommitmentCountries" k WHERE k."CommitmentId" = c."Id" AND k."Code" = @country)""", byDue, ("country", Countries.All[240].Alpha2));
        yield return new("sector civil society", new() { Sector = Sector.CivilSociety }, """o."Sector" = @sector""", byDue, ("sector", "CivilSociety"));
        yield return new("status completed", new() { Status = CommitmentStatus.Completed }, """c."Status" = @status""", byDue, ("status", "Completed"));
        yield return new("overdue of a sector", new() { Overdue = true, Sector = Sector.Academia }, """c."OverdueAt" <= @now AND o."Sector" = @sector""", byDue, ("now", Generator.Now.UtcTicks), ("sector", "Academia"));
        yield return new("by title", new() { Sort = "title" }, "1 = 1", """c."TitleKey", c."Seq" """);
        yield return new("latest due first", new() { Sort = "-dueDate" }, "1 = 1", """c."DueDate" DESC, c."Seq" DESC""");
        yield return new("words in title or name", new() { Q = "palliative" }, $"({contains("c.\"TitleKey\"")} OR {contains("o.\"NameKey\"")})", byDue, ("q", "palliative"));
        yield return new("words nobody uses", new() { Q = "zeppelin" }, $"({contains("c.\"TitleKey\"")} OR {contains("o.\"NameKey\"")})", byDue, ("q", "zeppelin"));
    }

    private static Task<(List<CommitmentItem> Items, long? Total)> PlainAsync(DbConnection connection, Case c) =>
        PlainAsync(connection, c.Where, c.Order, c.Query.Cursor is null, c.Parameters);

    /// <param name="isFirst">The first page also says how many there are.</param>
    public static async Task<(List<CommitmentItem> Items, long? Total)> PlainAsync(
        DbConnection connection, string where, string order, bool isFirst, params (string Name, object? Value)[] parameters)
    {
        // The organization is needed for the count only where the filter speaks of it.
        var join = where.Contains("o.", StringComparison.Ordinal) ? """JOIN "Organizations" o ON o."Id" = c."OrganizationId" """ : "";
        long? total = isFirst ? await connection.ValueAsync<long>($"SELECT COUNT(*) FROM \"Commitments\" c {join} WHERE {where}", parameters) : null;
        var items = await connection.RowsAsync($"""
            SELECT c."Id", c."Title", c."Status", o."Id", o."Name", o."CountryCode", o."Sector", p."Id", p."Name", c."Pillar", c."DueDate", c."OriginalDueDate",
                c."ReportedCompleteOn", c."ClosedOn", c."SourceId", c."Version", c."OverdueAt", o."TimeZone",
                c."TimesMoved", c."DaysSlipped", c."AssessedLevel", c."SmartLevel", c."UpdatedAt"
            FROM (SELECT c."Seq" FROM "Commitments" c {join} WHERE {where} ORDER BY {order} LIMIT {Limit + 1}) AS page
            JOIN "Commitments" c ON c."Seq" = page."Seq" JOIN "Organizations" o ON o."Id" = c."OrganizationId" JOIN "Partnerships" p ON p."Id" = c."PartnershipId"
            ORDER BY {order}
            """, Read, parameters);
        if (items.Count > Limit) items.RemoveAt(Limit);
        if (items.Count == 0) return (items, total);

        var names = string.Join(", ", items.Select((_, i) => $"@c{i}"));
        var targets = await connection.RowsAsync(
            $"""SELECT "CommitmentId", "Code" FROM "CommitmentTargets" WHERE "CommitmentId" IN ({names}) ORDER BY "Seq" """,
            r => (Commitment: r.GetGuid(0), Code: r.GetString(1)), [.. items.Select((item, i) => ($"c{i}", (object?)item.Id))]);
        var of = targets.ToLookup(t => t.Commitment, t => t.Code);
        return ([.. items.Select(item => item with { SdgTargets = [.. of[item.Id]] })], total);
    }

    private static CommitmentItem Read(DbDataReader r)
    {
        var due = r.GetFieldValue<DateOnly>(10);
        var overdue = r.Nullable<long>(16) <= Generator.Now.UtcTicks;
        return new CommitmentItem
        {
            Id = r.GetGuid(0),
            Title = r.GetString(1),
            Status = r.Enum<CommitmentStatus>(2),
            OrganizationId = r.GetGuid(3),
            OrganizationName = r.GetString(4),
            OrganizationCountryCode = r.GetString(5),
            Sector = r.Enum<Sector>(6),
            PartnershipId = r.GetGuid(7),
            PartnershipName = r.GetString(8),
            Pillar = r.IsDBNull(9) ? null : r.Enum<Domain.Partnerships.Pillar>(9),
            DueDate = due,
            OriginalDueDate = r.GetFieldValue<DateOnly>(11),
            ReportedCompleteOn = r.Nullable<DateOnly>(12),
            ClosedOn = r.Nullable<DateOnly>(13),
            SourceId = r.Text(14),
            TimesMoved = r.Int(18),
            DaysSlipped = r.Int(19),
            AssessedLevel = r.IsDBNull(20) ? null : r.Enum<CompletionLevel>(20),
            SmartLevel = r.Enum<SmartLevel>(21),
            UpdatedAt = new DateTimeOffset(r.GetInt64(22), TimeSpan.Zero),
            Version = r.Int(15),
            IsOverdue = overdue,
            DaysOverdue = overdue ? DueDay.Today(Generator.Now, Codes.TimeZone(r.GetString(17))).DayNumber - due.DayNumber : 0,
        };
    }

    /// <summary>Both must say the same before their times mean anything.</summary>
    private static async Task CheckAsync(Product product, DbConnection connection, Case c)
    {
        var ours = await product.Send(c.Query);
        var (items, total) = await PlainAsync(connection, c);
        if (ours.Total != total || ours.Items.Count != items.Count || !ours.Items.Zip(items).All(pair => Same(pair.First, pair.Second)))
            throw new InvalidOperationException($"The list '{c.What}' is not the same by plain SQL ({ours.Total} and {total} in all).");

        static bool Same(CommitmentItem a, CommitmentItem b) => a.SdgTargets.SequenceEqual(b.SdgTargets) && a with { SdgTargets = [] } == b with { SdgTargets = [] };
    }

    private static Task<long> SeqAsync(DbConnection connection, Guid id) => connection.ValueAsync<long>("""SELECT "Seq" FROM "Commitments" WHERE "Id" = @id""", ("id", id));
}
