using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Commitments;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
            await Task.WhenAny(second, Task.Delay(Patience));
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
            services => services.AddSingleton<IPipelineBehavior<GetCommitment, CommitmentDetails>>(between)
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

    /// <summary>Runs an action once, before a commitment is read for an answer.</summary>
    private sealed class Between : IPipelineBehavior<GetCommitment, CommitmentDetails>
    {
        private Func<Task>? _something;

        public void Does(Func<Task> something) => _something = something;

        public async Task<CommitmentDetails> Handle(
            GetCommitment request,
            CancellationToken ct,
            RequestHandlerDelegate<CommitmentDetails> next
        )
        {
            if (Interlocked.Exchange(ref _something, null) is { } something)
                await something();
            return await next();
        }
    }
}
