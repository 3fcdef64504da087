using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.FunctionalTests.Access;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Api.FunctionalTests.Dashboard.Html;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard.Forms;

public sealed class FormsOnSqlite(OnSqlite fixture) : FormTests(fixture), IClassFixture<OnSqlite>;

public sealed class FormsOnPostgreSql(OnPostgreSql fixture) : FormTests(fixture), IClassFixture<OnPostgreSql>;

/// <summary>What all forms of the workspace have in common, tried with the form of an organization.</summary>
public abstract class FormTests(HostFixture fixture)
{
    private static readonly (string, string)[] Profile =
    [
        ("name", "River Watch"),
        ("type", "22"),
        ("countryCode", "BD"),
        ("timeZone", "Asia/Dhaka"),
    ];

    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task What_was_typed_comes_back_with_all_errors()
    {
        var answer = await Send(
            "/organizations/new",
            ("name", "River Watch"),
            ("type", ""),
            ("website", "no address"),
            ("countryCode", "BD")
        );
        answer.MustBe(422);
        var page = Read(answer);
        Value(page, "name").ShouldBe("River Watch");
        Value(page, "website").ShouldBe("no address");
        page.QuerySelector("option[value=BD]")!.HasAttribute("selected").ShouldBeTrue();
        page.QuerySelectorAll("[role=alert] li a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["#type", "#timeZone", "#website"], ignoreOrder: true);
        page.QuerySelectorAll("[role=alert] li a").Select(a => a.TextContent).ShouldContain("Time zone");
        page.QuerySelectorAll("[aria-invalid]").Select(e => e.Id).ShouldBe(["type", "timeZone", "website"], ignoreOrder: true);
        (await Count("River Watch")).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_form_that_is_sent_twice_is_done_once()
    {
        var name = $"Sent twice {Guid.NewGuid():n}";
        (string, string)[] fields = [.. Profile.Skip(1), ("name", name), ("form-key", Guid.NewGuid().ToString("n"))];
        var both = await Task.WhenAll(Send("/organizations/new", fields), Send("/organizations/new", fields));
        both.ShouldAllBe(answer => answer.Status == 303);
        both.Select(answer => answer.Headers.Location).Distinct().ShouldHaveSingleItem();
        (await Send("/organizations/new", fields)).MustBe(303).Headers.Location.ShouldBe(both[0].Headers.Location);
        (await Count(name)).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_form_that_was_sent_and_then_changed_is_sent_again_only_on_request()
    {
        var (first, second) = ($"First {Guid.NewGuid():n}", $"Second {Guid.NewGuid():n}");
        var key = Guid.NewGuid().ToString("n");
        var sent = (await Send("/organizations/new", [.. Profile.Skip(1), ("name", first), ("form-key", key)])).MustBe(303);

        var page = Read((await Send("/organizations/new", [.. Profile.Skip(1), ("name", second), ("form-key", key)])).MustBe(409));
        page.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe(sent.Headers.Location!.OriginalString);
        Value(page, "name").ShouldBe(second);
        (await Count(second)).ShouldBe(0);

        (await Send("/organizations/new", [.. Profile.Skip(1), ("name", second), ("form-key", Value(page, "form-key"))])).MustBe(303);
        (await Count(second)).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task What_another_person_saved_meanwhile_is_shown_beside_what_was_typed()
    {
        var id = await _host.Send(new RegisterOrganization("Before", "22", "BD", "Asia/Dhaka"));
        var path = $"/organizations/{id.Value}/edit";
        var version = Value(Read((await Open(path)).MustBe(200)), "form-version");
        await _host.Send(ChangeOrganization.Of(id, new RegisterOrganization("Theirs", "22", "BD", "Asia/Dhaka")));

        (string, string)[] empty = [("website", ""), ("identifier", " "), ("sourceId", "")]; // as browsers send them
        var page = Read((await Send(path, [.. Profile.Skip(1), .. empty, ("name", "Mine"), ("form-version", version)])).MustBe(409));
        Value(page, "name").ShouldBe("Mine");
        page.QuerySelectorAll(".theirs").ShouldHaveSingleItem().TextContent.ShouldContain("Theirs");

        (await Send(path, [.. Profile.Skip(1), ("name", "Mine"), ("form-version", Value(page, "form-version"))])).MustBe(303);
        (await Count("Mine")).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task The_page_after_a_form_says_once_what_was_done()
    {
        var visitor = await Secretary();
        (await visitor.Send("/organizations/new", Profile)).MustBe(303);
        Read(await visitor.Open("/")).QuerySelector("[role=status]")!.TextContent.ShouldContain("The organization is registered.");
        Read(await visitor.Open("/")).QuerySelector("[role=status]").ShouldBeNull();
    }

    [DatabaseFact]
    public async Task A_form_that_is_sent_after_the_session_ended_is_kept_and_sent_after_a_new_sign_in()
    {
        var (_, email) = await Visitor.Invited(_host, Role.Secretariat);
        var visitor = new Visitor(_host);
        var name = $"Not lost {Guid.NewGuid():n}";
        var held = Read((await visitor.Submit("/organizations/new", [.. Profile.Skip(1), ("name", name)])).MustBe(401));
        Value(held, "name").ShouldBe(name);
        Value(held, "resume-address").ShouldBe("/organizations/new");

        var fields = Hidden(held);
        (await visitor.Submit("/sign-in/resume", [.. fields, ("resume-email", email), ("resume-do", "ask")])).MustBe(200);
        var code = (await visitor.Mail(email)).Code;
        (
            await visitor.Submit("/sign-in/resume", [.. fields, ("resume-email", email), ("resume-code", "wrong"), ("resume-do", "code")])
        ).MustBe(422);
        var again = await visitor.Submit(
            "/sign-in/resume",
            [.. fields, ("resume-email", email), ("resume-code", code), ("resume-do", "code")]
        );
        again.MustBe(307).Headers.Location!.OriginalString.ShouldBe("/organizations/new");
        (await visitor.Submit("/organizations/new", [.. fields, ("resume-code", code)])).MustBe(303);
        (await Count(name)).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task What_was_typed_is_shown_even_where_the_form_is_refused_as_a_whole()
    {
        var key = await _host.Key(await _host.Organization("Own"), "reporter");
        var answer = await Send(_host.Client(key), "/organizations/new", ("name", "What I typed"));
        Read(answer.MustBe(403)).QuerySelector("details")!.TextContent.ShouldContain("What I typed");
    }

    [DatabaseTheory]
    [InlineData("//elsewhere.example.org/")]
    [InlineData("https://elsewhere.example.org/")]
    [InlineData("")]
    public async Task A_held_form_leads_to_no_other_site(string address) =>
        (await new Visitor(_host).Submit("/sign-in/resume", ("resume-address", address), ("resume-email", "a@example.org"))).MustBe(400);

    private async Task<Visitor> Secretary() => await new Visitor(_host).SignIn((await Visitor.Invited(_host, Role.Secretariat)).Email);

    private Task<Answer> Open(string path) => Ask(_secretariat, HttpMethod.Get, path, null);

    private Task<Answer> Send(string path, params (string, string)[] fields) => Send(_secretariat, path, fields);

    private static Task<Answer> Send(HttpClient client, string path, params (string, string)[] fields) =>
        Ask(client, HttpMethod.Post, path, PageRows.Fields(fields));

    private static async Task<Answer> Ask(HttpClient client, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html");
        return await client.Ask(request);
    }

    private static (string, string)[] Hidden(IDocument page) =>
        [
            .. page.QuerySelectorAll("form:first-of-type input[type=hidden]")
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
                .Distinct(),
        ];

    private Task<int> Count(string name) => _host.Db(db => db.Organizations.CountAsync(o => o.Name == name));
}
