using Microsoft.Data.Sqlite;
using Npgsql;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

/// <summary>While the database is away, requests are answered with 503 and are right again when it is back.</summary>
public sealed class UnavailableTests
{
    [Fact]
    public async Task A_missing_sqlite_file_is_a_503_until_it_is_back()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(host.ConnectionString).DataSource;
        await CheckAsync(
            host,
            () =>
            {
                SqliteConnection.ClearAllPools();
                File.Move(file, file + ".away");
                Directory.CreateDirectory(file);
            },
            () =>
            {
                Directory.Delete(file);
                File.Move(file + ".away", file);
            }
        );
    }

    [DatabaseFact]
    public async Task A_postgresql_server_that_is_away_is_a_503_until_it_is_back()
    {
        if (PostgreSql.SkipReason is not null)
            return;
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var relay = new TcpRelay(direct.Host!, direct.Port);
        var relayed = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = relay.Port };
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.PostgreSql,
            new Dictionary<string, string> { ["ConnectionStrings:Tracker"] = relayed.ConnectionString }
        );
        await CheckAsync(host, relay.Cut, relay.Restore);
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task CheckAsync(TrackerHost host, Action leave, Action comeBack)
    {
        using var secretariat = host.Client();
        using var anonymous = host.Client(null);
        anonymous.DefaultRequestHeaders.Add("Accept", "text/html");
        (await secretariat.Get("/api/v1/organizations")).MustBe(200);
        leave();
        try
        {
            foreach (
                var answer in new[]
                {
                    await secretariat.Get("/api/v1/organizations"),
                    await secretariat.Post("/api/v1/organizations", Bodies.Organization()),
                }
            )
            {
                answer.MustRefuse(503, "http.503");
                answer.Headers.GetValues("Retry-After").ShouldBe(["5"]);
                answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
                answer.Headers.Contains("RateLimit").ShouldBeTrue();
            }

            var page = (
                await anonymous.Post("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("email", "ana@example.org")]))
            ).MustBe(503);
            page.MediaType.ShouldBe("text/html");
            page.Headers.GetValues("Retry-After").ShouldBe(["5"]);
        }
        finally
        {
            comeBack();
        }

        (await secretariat.Post("/api/v1/organizations", Bodies.Organization())).MustBe(201);
    }
}
