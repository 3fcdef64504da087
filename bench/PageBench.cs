using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Bench;

/// <summary>The whole page, rendered by the program in this process, beside the query that fills it.</summary>
internal static class PageBench
{
    public static async Task RunAsync(Store generated, int commitments, Results results)
    {
        var store = await generated.CopyAsync("bench_pages");
        await using (var program = new Server(store))
        await using (var product = new Product(store, Generator.Now))
        {
            using var client = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            client.DefaultRequestHeaders.Add("X-Api-Key", Server.Key);
            await PageAsync("/", () => product.Send(new GetOverview()));
            await PageAsync("/commitments", () => product.Send(new ListCommitments()));
            await PageAsync("/commitments?overdue=true&sdgGoal=3", () => product.Send(new ListCommitments { Overdue = true, SdgGoal = 3 }));
            await PageAsync("/api/v1/commitments", () => product.Send(new ListCommitments()));

            async Task PageAsync(string path, Func<Task> query)
            {
                using (var first = await client.GetAsync(new Uri(path, UriKind.Relative)))
                {
                    if (first.StatusCode != HttpStatusCode.OK)
                    {
                        await Console.Error.WriteLineAsync($"pages: {path} answers {(int)first.StatusCode}, left out");
                        return;
                    }
                }

                var (page, alone) = await Sample.InTurnsAsync(async () => (await client.GetAsync(new Uri(path, UriKind.Relative))).Dispose(), query);
                results.Timings.Add(new Timing("pages", $"`GET {path}`", commitments, page));
                results.Timings.Add(new Timing("pages", $"the main query of `{path}`", commitments, alone));
                await Console.Error.WriteLineAsync($"page {path}: {page:N1} ms, its query {alone:N1} ms");
            }
        }

        await store.DeleteAsync();
    }
}
