using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Common;

public sealed class ETagOnSqlite() : ETagTests(DatabaseProvider.Sqlite);

public sealed class ETagOnPostgreSql() : ETagTests(DatabaseProvider.PostgreSql);

/// <summary>The tag of a single resource changes exactly when its answer does; If-Match compares the version alone.</summary>
public abstract class ETagTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private HttpClient _secretariat = null!;
    private Domain.Organizations.OrganizationId _own;

    public async Task InitializeAsync()
    {
        if (provider == DatabaseProvider.PostgreSql && PostgreSql.SkipReason is not null)
            return;
        _host = await TrackerHost.StartAsync(provider);
        _secretariat = _host.Client();
        _own = await _host.Organization("Own");
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [DatabaseFact]
    public async Task The_tag_stays_while_nothing_changes_and_moves_at_the_local_midnight_at_which_a_commitment_becomes_overdue()
    {
        // 2026-11-25 ends in Dhaka at 18:00 UTC.
        var url = World.Url(await ActiveAsync("2026-11-25"));
        _host.Clock.Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
        var morning = (await _secretariat.Get(url)).MustBe(200);
        _host.Clock.Now += TimeSpan.FromHours(7.9);
        (await _secretariat.Get(url)).Tag.ShouldBe(morning.Tag);
        (await Again(url, morning.Tag)).MustBe(304).Text.ShouldBeEmpty();

        _host.Clock.Now += TimeSpan.FromHours(0.2);
        var evening = (await Again(url, morning.Tag)).MustBe(200);
        evening["isOverdue"].GetBoolean().ShouldBeTrue();
        evening["version"].GetInt32().ShouldBe(morning["version"].GetInt32());
        evening.Tag.ShouldNotBe(morning.Tag);
        (await _secretariat.Post(url + "/withdraw", new { reason = "No money." }, "\"99-abc\"")).MustRefuse(412, "request.versionMoved");
        evening.Tag.ShouldStartWith($"\"{evening["version"].GetInt32()}-");
    }

    [DatabaseFact]
    public async Task The_tag_changes_with_a_name_and_with_a_contact_although_the_version_stays()
    {
        var url = World.Url(await _host.Draft(await PartnershipAsync(), _own, "2027-06-30"));
        var before = (await _secretariat.Get(url)).MustBe(200);
        (await _secretariat.Put($"/api/v1/organizations/{_own.Value}", Bodies.Organization("Renamed"))).MustBe(200);
        var renamed = (await Again(url, before.Tag)).MustBe(200);
        renamed["version"].GetInt32().ShouldBe(before["version"].GetInt32());

        var contact = (await _secretariat.Get($"/api/v1/organizations/{_own.Value}/contacts")).Items.Single().GetProperty("id").GetString();
        (await _secretariat.Delete($"/api/v1/organizations/{_own.Value}/contacts/{contact}")).MustBe(204);
        var alone = (await Again(url, renamed.Tag)).MustBe(200);
        alone["version"].GetInt32().ShouldBe(before["version"].GetInt32());

        // The version that If-Match compares is still the same.
        (await _secretariat.Put(url, Bodies.Draft("With an old tag of the same version"), before.Tag)).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_language_changes_the_tag_only_where_it_changes_the_answer()
    {
        var url = World.Url(await ActiveAsync("2027-06-30"));
        var english = (await _secretariat.Get(url)).MustBe(200);
        using var french = _host.Client();
        french.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var other = (await french.Get(url)).MustBe(200);
        (other.Tag == english.Tag).ShouldBe(other.Text == english.Text);
    }

    [DatabaseFact]
    public async Task Every_single_resource_has_a_tag_and_answers_304_to_it()
    {
        var id = await ActiveAsync("2027-06-30");
        var report = await _host.ReportComplete(id, "2026-11-20");
        var contact = (await _secretariat.Get($"/api/v1/organizations/{_own.Value}/contacts")).Items.Single().GetProperty("id").GetString();
        var link = (await _secretariat.Post(World.Url(id) + "/report-links", new { contactId = contact })).MustBe(201);
        var change = (
            await _secretariat.Post(
                World.Url(id) + "/change-requests",
                new
                {
                    newDueDate = "2027-12-31",
                    reason = "funding",
                    explanation = "Late.",
                }
            )
        ).MustBe(201);
        var keys = $"/api/v1/organizations/{_own.Value}/api-keys";
        var key = (await _secretariat.Post(keys, Bodies.Key())).MustBe(201);
        foreach (
            var url in new[]
            {
                $"/api/v1/organizations/{_own.Value}/contacts/{contact}",
                $"{keys}/{key.Id}",
                $"{World.Url(id)}/reports/{report.Value}",
                $"{World.Url(id)}/report-links/{link.Id}",
                $"{World.Url(id)}/change-requests/{change.Id}",
                "/api/v1/reference/countries/BD",
                "/api/v1/reference/sdg-targets/17.16",
            }
        )
        {
            var first = (await _secretariat.Get(url)).MustBe(200);
            first.Tag.ShouldNotBeEmpty(url);
            (await Again(url, first.Tag)).MustBe(304);
        }
    }

    private async Task<CommitmentId> ActiveAsync(string due) => await _host.ActiveCommitment(await PartnershipAsync(), _own, due);

    private async Task<Domain.Partnerships.PartnershipId> PartnershipAsync() =>
        await _host.ActivePartnership(_own, await _host.Organization("Other"));

    private async Task<Answer> Again(string url, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await _secretariat.Ask(request);
    }
}
