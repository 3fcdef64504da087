using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class OwnAnswerOnSqlite() : OwnAnswerTests(DatabaseProvider.Sqlite);

public sealed class OwnAnswerOnPostgreSql() : OwnAnswerTests(DatabaseProvider.PostgreSql);

/// <summary>
/// A change is answered by reading the resource again. Whatever others do between saving and reading, the answer shows this change.
/// </summary>
public abstract class OwnAnswerTests(DatabaseProvider provider)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    [DatabaseFact]
    public async Task The_answer_to_a_change_shows_this_change_even_if_another_follows_at_once()
    {
        var between = new Between();
        await using var host = await StartAsync(between);
        var (url, secretariat) = (World.Url(await DraftAsync(host)), host.Client());
        var before = (await secretariat.Get(url)).MustBe(200);

        // The second change is either executed at once or waits for the first, which must then not wait for it.
        Task<Answer>? second = null;
        between.Does(async () =>
        {
            second = Title(secretariat, url, "Second");
            await Task.WhenAny(second, Task.Delay(Timeout));
        });
        var first = (await Title(secretariat, url, "First")).MustBe(200);
        var other = await second!;

        first["title"].GetString().ShouldBe("First");
        first["version"].GetInt32().ShouldBe(before["version"].GetInt32() + 1);
        if (other.Status != 409)
            other.MustBe(200)["title"].GetString().ShouldBe("Second");
        (other.Status == 409 || other.Tag != first.Tag).ShouldBeTrue("Two answers show the same version.");

        // A caller who read the resource before the last change must not overwrite it.
        var last = (await Title(secretariat, url, "Third")).MustBe(200);
        (await Title(secretariat, url, "Fourth", ifMatch: first.Tag)).MustRefuse(412, "request.versionMoved");
        (await Title(secretariat, url, "Fourth", ifMatch: last.Tag)).MustBe(200);
    }

    [DatabaseFact]
    public async Task The_answer_to_a_change_shows_nothing_that_others_changed_afterwards_elsewhere()
    {
        var between = new Between();
        await using var host = await StartAsync(between);
        var (url, secretariat) = (World.Url(await DraftAsync(host)), host.Client());
        var before = (await secretariat.Get(url)).MustBe(200);
        Task<Answer>? second = null;
        between.Does(async () =>
        {
            second = secretariat.Put($"/api/v1/organizations/{before["organizationId"].GetString()}", Bodies.Organization("Renamed"));
            await Task.WhenAny(second, Task.Delay(Timeout));
        });
        (await Title(secretariat, url, "First")).MustBe(200)["organizationName"].GetString().ShouldBe("Writer");
        (await second!).MustBe(200);
        (await secretariat.Get(url))["organizationName"].GetString().ShouldBe("Renamed");
    }

    [DatabaseFact]
    public async Task Of_two_writers_each_is_told_of_their_own_change()
    {
        var between = new Between();
        await using var host = await StartAsync(between);
        var secretariat = host.Client();
        var organization = await host.Organization("Writer");
        var supporter = await host.Organization("Supporter");
        var partnership = $"/api/v1/partnerships/{(await host.ActivePartnership(organization, supporter)).Value}";
        var commitment = World.Url(
            await host.ActiveCommitment(
                new(Guid.Parse(partnership.Split('/')[^1])),
                organization,
                "2027-06-30",
                "Two writers",
                "2027-01-31"
            )
        );
        var milestone = (await secretariat.Get(commitment))["milestones"][0].GetProperty("id").GetString();
        var person = (await secretariat.Post("/api/v1/people", new { email = "ana@example.org", role = "board" })).MustBe(201);
        var webhook = (await secretariat.Post("/api/v1/webhooks", Bodies.Webhook())).MustBe(201);
        var at = $"/api/v1/organizations/{organization.Value}";

        await Check(
            a => a["name"],
            "First",
            () => secretariat.Put(at, Bodies.Organization("First")),
            () => secretariat.Put(at, Bodies.Organization("Second"))
        );
        await Check(
            a => a["isPublished"],
            "True",
            () => secretariat.Post(partnership + "/publish"),
            () => secretariat.Post(partnership + "/unpublish")
        );
        await Check(
            a => a["role"],
            "reviewer",
            () => secretariat.Put($"/api/v1/people/{person.Id}", new { role = "reviewer" }),
            () => secretariat.Put($"/api/v1/people/{person.Id}", new { role = "board" })
        );
        await Check(
            a => a["description"],
            "First",
            () => secretariat.Put($"/api/v1/webhooks/{webhook.Id}", Bodies.Webhook().With("description", "First")),
            () => secretariat.Put($"/api/v1/webhooks/{webhook.Id}", Bodies.Webhook().With("description", "Second"))
        );
        await Check(
            a => a["milestones"][0].GetProperty("completedOn"),
            "2026-11-20",
            () => secretariat.Post($"{commitment}/milestones/{milestone}/complete", new { completedOn = "2026-11-20" }),
            () => secretariat.Post($"{commitment}/milestones/{milestone}/reopen", new { reason = "Not yet." })
        );

        async Task Check(Func<Answer, JsonElement> shows, string value, Func<Task<Answer>> change, Func<Task<Answer>> other)
        {
            Task<Answer>? second = null;
            between.Does(async () =>
            {
                second = other();
                await Task.WhenAny(second, Task.Delay(Timeout));
            });
            var first = await change();
            first.Status.ShouldBe(200, first.Text);
            (await second!).Status.ShouldBeOneOf(200, 409, 422);
            shows(first).ToString().ShouldBe(value);
        }
    }

    [DatabaseFact]
    public async Task A_change_is_rolled_back_if_its_answer_cannot_be_read()
    {
        var between = new Between();
        await using var host = await StartAsync(between);
        var (id, secretariat) = (await DraftAsync(host), host.Client());
        var before = await CountAsync(host, id);
        between.Does(() => throw new InvalidOperationException("The answer cannot be read."));
        (await Title(secretariat, World.Url(id), "Lost")).MustRefuse(500, "http.500");
        (await CountAsync(host, id)).ShouldBe(before);
        (await Title(secretariat, World.Url(id), "Kept")).MustBe(200)["title"].GetString().ShouldBe("Kept");
    }

    private static Task<Answer> Title(HttpClient caller, string url, string title, string? ifMatch = null) =>
        caller.Put(url, Bodies.Draft(title), ifMatch);

    private Task<TrackerHost> StartAsync(Between between) =>
        TrackerHost.StartAsync(
            provider,
            new Dictionary<string, string>(),
            services => services.AddSingleton(between).AddSingleton(typeof(IPipelineBehavior<,>), typeof(BeforeReading<,>))
        );

    private static async Task<CommitmentId> DraftAsync(TrackerHost host)
    {
        var organization = await host.Organization("Writer");
        return await host.Draft(await host.ActivePartnership(organization, await host.Organization("Partner")), organization, "2027-06-30");
    }

    private static Task<(int Version, int Entries)> CountAsync(TrackerHost host, CommitmentId id) =>
        host.Db(async db =>
            (
                (await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == id)).Version,
                await db.History.CountAsync(h => h.CommitmentId == id.Value)
            )
        );

    /// <summary>Something that happens once, before a resource is read for an answer.</summary>
    private sealed class Between
    {
        private Func<Task>? _something;

        public void Does(Func<Task> something) => _something = something;

        public Task HappenAsync() => Interlocked.Exchange(ref _something, null)?.Invoke() ?? Task.CompletedTask;
    }

    private sealed class BeforeReading<TRequest, TResponse>(Between between) : IPipelineBehavior<TRequest, TResponse>
        where TRequest : IRequest<TResponse>
    {
        public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
        {
            if (typeof(TRequest).Name.StartsWith("Get", StringComparison.Ordinal))
                await between.HappenAsync();
            return await next();
        }
    }
}
