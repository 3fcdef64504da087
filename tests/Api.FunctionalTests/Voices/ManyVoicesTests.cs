using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Voices;

public sealed class ManyVoicesOnSqlite(OnSqlite fixture) : ManyVoicesTests(fixture), IClassFixture<OnSqlite>;

public sealed class ManyVoicesOnPostgreSql(OnPostgreSql fixture) : ManyVoicesTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>The same is measured with 10,000 voices in bench/PageBench.cs.</summary>
public abstract class ManyVoicesTests(HostFixture fixture)
{
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task The_pages_of_a_commitment_do_not_grow_with_its_voices()
    {
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        var person = (await new Visitor(_host).SignIn(email)).Http;
        (await person.Get("/me")).MustBe(200);
        var few = await Make(ManyVoices.Few);
        var many = await Make(2 * ManyVoices.Few);
        PageCosts.MustNotGrow(await CostsOf(few), await CostsOf(many));

        async Task<(Neighbourhood Place, ManyVoices Voices)> Make(int count)
        {
            var place = await Neighbourhood.MakeAsync(_host);
            for (var day = 14; day < 18; day++)
                await _host.Send(new ReportProgress(place.Id, TestClock.Day($"2026-11-{day}"), SampleText.English(600)));
            return (place, await ManyVoices.MakeAsync(_host.Services, place.Id, place.Community, count));
        }

        async Task<List<PageCost>> CostsOf((Neighbourhood Place, ManyVoices Voices) made)
        {
            var costs = new List<PageCost>();
            foreach (var path in await made.Voices.PathsAsync(_secretariat.GetStringAsync))
                costs.Add(await PageCost.OfAsync(path, _host.Sql, _secretariat, person));
            foreach (var path in ManyVoices.PathsOfCommunity)
                costs.Add(await PageCost.OfAsync(path, _host.Sql, made.Place.Key));
            return costs;
        }
    }
}
