using System.Data.Common;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Bench;

/// <summary>
/// What a long history costs on reading: the product's answers about commitments with 200 entries, over plain SQL that gives the same answers, and over the
/// product's answers about their twins, which have the same terms and three entries. Both sides go through the same commitments one after the other.
/// </summary>
internal static class DepthBench
{
    public const double Goal = 1.5;
    private const int Few = 3;

    private static readonly JsonSerializerOptions Whole = new(HistoryJson.Options) { IncludeFields = true };

    /// <param name="OfOrganization">It is asked about the organization that has them all, not about one after the other.</param>
    /// <param name="LikeFew">The answer about a twin is as long.</param>
    private sealed record Case(string What, Func<Guid, Task<object>> Ours, Func<Guid, Task<object>> Plain, bool OfOrganization, bool LikeFew);

    private sealed record Subjects(List<Guid> Commitments, Guid Organization)
    {
        private int _next;

        public Guid Next(bool organization) => organization ? Organization : Commitments[_next++ % Commitments.Count];
    }

    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var store = await generated.CopyAsync("bench_depth");
        await using (var product = new Product(store, Generator.Now))
        await using (var connection = await store.OpenAsync())
        {
            foreach (var c in Cases(product, connection))
            {
                // Each side goes through the same ones by itself.
                var (many, again, few) = (await SubjectsAsync(connection, Lives.Deep), await SubjectsAsync(connection, Lives.Deep), await SubjectsAsync(connection, Lives.Twin));
                await CheckAsync(c, many);
                await CheckAsync(c, few);
                await Sample.WarmAsync(() => c.Ours(few.Next(c.OfOrganization)), () => c.Plain(again.Next(c.OfOrganization)));
                var medians = await Sample.InTurnsAsync(
                    [() => c.Ours(many.Next(c.OfOrganization)), () => c.Plain(again.Next(c.OfOrganization)), () => c.Ours(few.Next(c.OfOrganization))]);
                results.Timings.Add(new Timing("depth", c.What, commitments, medians[0], medians[1], Goal));
                if (c.LikeFew) results.Timings.Add(new Timing("depth", $"{c.What}, beside the same of their twins", commitments, medians[0], medians[2], Goal));
                await Console.Error.WriteLineAsync($"depth {c.What}: {medians[0]:N2} / {medians[1]:N2} plain / {medians[2]:N2} ms few");
            }

            await PagesAsync(store, commitments, await SubjectsAsync(connection, Lives.Deep), await SubjectsAsync(connection, Lives.Twin), results);
        }

        await store.DeleteAsync();
    }

    private static IEnumerable<Case> Cases(Product product, DbConnection connection)
    {
        yield return new(
            "one commitment", async id => await product.Send(new GetCommitment(new CommitmentId(id))), async id => await PlainCommitment.GetAsync(connection, id, Generator.Now),
            OfOrganization: false, LikeFew: true);
        yield return Page("a list of 50 of them", id => new ListCommitments { OrganizationId = id }, async id =>
        {
            var (items, total) = await ListBench.PlainAsync(connection, """c."OrganizationId" = @organization""", """c."DueDate", c."Seq" """, isFirst: true, ("organization", id));
            return (items, total!.Value);
        }, ofOrganization: true, likeFew: true);
        yield return Page("the last 3 entries of one", id => new GetHistory(new CommitmentId(id), Few), id => PlainHistory.OfCommitmentAsync(connection, id, Few), likeFew: true);
        yield return Page("the last 50 entries of one", id => new GetHistory(new CommitmentId(id)), id => PlainHistory.OfCommitmentAsync(connection, id));
        yield return Page("the history list, of one", id => new ListHistory { CommitmentId = id }, id => PlainHistory.ListAsync(connection, "CommitmentId", id));
        yield return Page("the history list, of their organization", id => new ListHistory { OrganizationId = id }, id => PlainHistory.ListAsync(connection, "OrganizationId", id), ofOrganization: true);
        yield return Page("50 reports of one", id => new ListProgressReports(new CommitmentId(id)), id => PlainHistory.ReportsAsync(connection, id));
        yield return Page("50 versions of one", id => new ListVersions(new CommitmentId(id)), id => PlainHistory.VersionsAsync(connection, id));
        yield return Page("flags of one", id => new ListFlags(CommitmentId: id), id => PlainHistory.FlagsAsync(connection, "CommitmentId", id), likeFew: true);
        yield return Page("flags of their organization", id => new ListFlags(OrganizationId: id), id => PlainHistory.FlagsAsync(connection, "OrganizationId", id), ofOrganization: true, likeFew: true);

        Case Page<T>(string what, Func<Guid, IRequest<Page<T>>> query, Func<Guid, Task<(List<T> Items, long Total)>> plain, bool ofOrganization = false, bool likeFew = false) => new(
            what,
            async id => await product.Send(query(id)) is var page ? (page.Items, Total: (long)page.Total!.Value) : default,
            async id => await plain(id) is var page ? ((IReadOnlyList<T>)page.Items, page.Total) : default,
            ofOrganization, likeFew);
    }

    private static async Task PagesAsync(Store store, int commitments, Subjects many, Subjects few, Results results)
    {
        await using var program = new Server(store);
        using var client = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Api-Key", Server.Key);
        await PageAsync("`GET /commitments/{id}`", subjects => $"/commitments/{subjects.Next(organization: false)}");
        await PageAsync("`GET /commitments?organizationId=…`", subjects => $"/commitments?organizationId={subjects.Organization}");

        async Task PageAsync(string what, Func<Subjects, string> path)
        {
            await Sample.WarmAsync(() => GetAsync(path(many)), () => GetAsync(path(few)));
            var (ours, theirs) = await Sample.InTurnsAsync(() => GetAsync(path(many)), () => GetAsync(path(few)));
            results.Timings.Add(new Timing("depth", $"{what}, beside the same of their twins", commitments, ours, theirs, Goal));
            await Console.Error.WriteLineAsync($"depth {what}: {ours:N2} / {theirs:N2} ms few");
        }

        async Task GetAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<Subjects> SubjectsAsync(DbConnection connection, string prefix) => new(
        await connection.RowsAsync("""SELECT "Id" FROM "Commitments" WHERE "SourceId" LIKE @prefix ORDER BY "Seq" LIMIT 50""", r => r.GetGuid(0), ("prefix", prefix + "%")),
        (await connection.RowsAsync("""SELECT "OrganizationId" FROM "Commitments" WHERE "SourceId" = @first""", r => r.GetGuid(0), ("first", prefix + "0")))[0]);

    /// <summary>Both must say the same before their times mean anything.</summary>
    private static async Task CheckAsync(Case c, Subjects subjects)
    {
        var id = c.OfOrganization ? subjects.Organization : subjects.Commitments[0];
        var (ours, plain) = (Json(await c.Ours(id)), Json(await c.Plain(id)));
        if (ours != plain) throw new InvalidOperationException($"'{c.What}' is not the same by plain SQL:\n{ours}\nand\n{plain}");

        static string Json(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), Whole);
    }
}
