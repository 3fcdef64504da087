using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Commitments;

public sealed class FilersOnSqlite(OnSqlite fixture) : FilerTests(fixture), IClassFixture<OnSqlite>;

public sealed class FilersOnPostgreSql(OnPostgreSql fixture) : FilerTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>Nobody decides on what they filed themselves, the secretariat included.</summary>
public abstract class FilerTests(HostFixture fixture) : IAsyncLifetime
{
    private readonly TrackerHost _host = fixture.Host;
    private World _world = null!;

    /// <summary>A person of the secretariat who signed in.</summary>
    private HttpClient _ana = null!;

    /// <summary>A second person of the secretariat.</summary>
    private HttpClient _ben = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Create(_host);
        _ana = await Person();
        _ben = await Person();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [DatabaseFact]
    public async Task Who_submitted_a_commitment_neither_accepts_nor_returns_it()
    {
        var url = await _world.Draft(Whose.Own);
        (await _world.Secretariat.Post(url + "/submit")).MustBe(200);
        (await _world.Secretariat.Post(url + "/accept")).MustRefuse(403, "access.ownFiling");
        (await _world.Secretariat.Post(url + "/return", new { reason = "No." })).MustRefuse(403, "access.ownFiling");
        (await _ana.Post(url + "/return", new { reason = "Say where." })).MustBe(200);
        (await _ana.Post(url + "/submit")).MustBe(200);
        (await _ana.Post(url + "/accept")).MustRefuse(403, "access.ownFiling");
        (await _world.Secretariat.Post(url + "/accept")).MustBe(200);
    }

    [DatabaseFact]
    public async Task A_key_counts_as_the_person_who_issued_it_and_so_does_the_key_that_replaces_it()
    {
        var (old, id) = await KeyOf(_ana);
        using var key = _host.Client(old);
        var commitment = await _world.Active(Whose.Own);
        var change = (await key.Post(commitment + "/change-requests", Bodies.Change())).MustBe(201).Id;
        var request = $"{commitment}/change-requests/{change}";
        (await _ana.Post(request + "/approve")).MustRefuse(403, "access.ownFiling");
        (await key.Post(request + "/reject", new { note = "No." })).MustRefuse(403, "access.ownFiling");

        var rotated = (await key.Post($"/api/v1/organizations/{_world.Organization(Whose.Own).Value}/api-keys/{id}/rotate")).MustBe(201);
        using var successor = _host.Client(rotated["key"].GetString());
        (await successor.Post(request + "/approve")).MustRefuse(403, "access.ownFiling");
        (await _ben.Post(request + "/approve")).MustBe(200);
    }

    [DatabaseFact]
    public async Task Who_reported_progress_for_another_organization_does_not_review_it()
    {
        var commitment = await _world.Active(Whose.Own);
        var report = (await _ana.Post(commitment + "/reports", Bodies.Progress())).MustBe(201).Id;
        using var key = _host.Client((await KeyOf(_ana)).Key);
        foreach (var same in new[] { _ana, key })
        {
            (await same.Post($"{commitment}/reports/{report}/accept")).MustRefuse(403, "access.ownFiling");
            (await same.Post($"{commitment}/reports/{report}/return", new { reason = "No." })).MustRefuse(403, "access.ownFiling");
        }

        (await _ben.Post($"{commitment}/reports/{report}/accept")).MustBe(200);
    }

    [DatabaseFact]
    public async Task Who_reported_completion_neither_assesses_nor_closes_the_commitment()
    {
        var commitment = await _world.Active(Whose.Own);
        var report = (await _ana.Post(commitment + "/reports", Bodies.Progress(reportsCompletion: true))).MustBe(201).Id;
        (await _ana.Post(commitment + "/assessments", Bodies.Assessment("complete"))).MustRefuse(403, "access.ownFiling");
        (await _ben.Post($"{commitment}/reports/{report}/accept")).MustBe(200);
        (await _ana.Post(commitment + "/assessments", Bodies.Assessment("complete"))).MustRefuse(403, "access.ownFiling");
        (await _ben.Post(commitment + "/assessments", Bodies.Assessment("complete"))).MustBe(201);

        var close = new { outcome = "completed", narrative = "Done." };
        (await _ana.Post(commitment + "/close", close)).MustRefuse(403, "access.ownFiling");
        (await _ben.Post(commitment + "/close", close)).MustBe(200);
        (await _ana.Post(commitment + "/reopen", new { reason = "Not yet." })).MustRefuse(403, "access.ownFiling");
    }

    [DatabaseFact]
    public async Task Who_completed_a_milestone_for_another_organization_does_not_close_the_commitment()
    {
        var commitment = await _world.Active(Whose.Own);
        var milestone = (await _ana.Get(commitment))["milestones"][0].GetProperty("id").GetString();
        (await _ana.Post($"{commitment}/milestones/{milestone}/complete")).MustBe(200);
        (await _ana.Post(commitment + "/assessments", Bodies.Assessment("complete"))).MustRefuse(403, "access.ownFiling");

        (await _ben.Post($"{commitment}/milestones/{milestone}/reopen", new { reason = "Not yet." })).MustBe(200);
        (await _ana.Post(commitment + "/assessments", Bodies.Assessment("complete"))).MustBe(201);
    }

    [DatabaseFact]
    public async Task A_contact_with_a_report_link_counts_as_the_person_with_the_same_address()
    {
        var (id, organization) = (await _world.ActiveId(Whose.Own), _world.Organization(Whose.Own));
        var email = (await Visitor.Invited(_host, Role.Reviewer)).Email;
        var reviewer = (await new Visitor(_host).SignIn(email)).Http;
        var contact = await _host.Send(new AddContact(organization, "Ana", email, ContactRole.Alternate));
        await _host.Send(new SendReportLink(id, contact));

        var visitor = new ReportLinks.Visitor(_host);
        (await visitor.SendReport(await visitor.Token(email))).MustBe(303);
        var report = (await _ben.Get(World.Url(id) + "/reports")).Items.Single().GetProperty("id").GetString();
        (await reviewer.Post($"{World.Url(id)}/reports/{report}/accept")).MustRefuse(403, "access.ownFiling");
        (await _ben.Post($"{World.Url(id)}/reports/{report}/accept")).MustBe(200);
    }

    private async Task<HttpClient> Person() =>
        (await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Secretariat)).Email)).Http;

    /// <summary>A secretariat's key that this caller issues.</summary>
    private async Task<(string Key, Guid Id)> KeyOf(HttpClient caller)
    {
        var issued = (
            await caller.Post(
                $"/api/v1/organizations/{_world.Organization(Whose.Own).Value}/api-keys",
                new { name = "Ours", role = "secretariat" }
            )
        ).MustBe(201);
        return (issued["key"].GetString()!, Guid.Parse(issued.Id));
    }
}
