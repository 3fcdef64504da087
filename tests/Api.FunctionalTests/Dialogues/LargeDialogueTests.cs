using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dialogues;

public sealed class LargeDialoguesOnSqlite(OnSqlite fixture) : LargeDialogueTests(fixture), IClassFixture<OnSqlite>;

public sealed class LargeDialoguesOnPostgreSql(OnPostgreSql fixture) : LargeDialogueTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The same is measured with 2,000 participants and 5,000 notes in bench/PageBench.cs.</summary>
public abstract class LargeDialogueTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_pages_of_a_dialogue_do_not_grow_with_its_participants_and_notes()
    {
        var own = await _host.Organization("Own");
        var partnership = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        var person = (await new Visitor(_host).SignIn(email)).Http;
        (await person.Get("/me")).MustBe(200);
        var small = await LargeDialogue.MakeAsync(_host.Services, own, partnership, DialogueSize.Small);
        var large = await LargeDialogue.MakeAsync(_host.Services, own, partnership, new DialogueSize(600, 1200, 120, 120));
        PageCosts.MustNotGrow(await CostsOf(small), await CostsOf(large));

        async Task<List<PageCost>> CostsOf(LargeDialogue dialogue)
        {
            var costs = new List<PageCost>();
            foreach (var path in await dialogue.PathsAsync(_secretariat.GetStringAsync))
                costs.Add(await PageCost.OfAsync(path, _host.Sql, _secretariat, person));
            costs.Add(await PageCost.OfAsync(dialogue.Link, _host.Sql, _host.Client(null)));
            costs.Add(await PageCost.OfAsync(dialogue.LinkOfOutcome, _host.Sql, _host.Client(null)));
            return costs;
        }
    }
}
