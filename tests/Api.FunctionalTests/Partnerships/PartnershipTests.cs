using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Partnerships;

public sealed class PartnershipsOnSqlite(OnSqlite fixture) : PartnershipTests(fixture), IClassFixture<OnSqlite>;

public sealed class PartnershipsOnPostgreSql(OnPostgreSql fixture) : PartnershipTests(fixture), IClassFixture<OnPostgreSql>;

public abstract class PartnershipTests(HostFixture fixture)
{
    private const string Partnerships = "/api/v1/partnerships";
    private readonly TrackerHost _host = fixture.Host;
    private readonly HttpClient _secretariat = fixture.Host.Client();

    [DatabaseFact]
    public async Task A_partnership_is_proposed_joined_and_activated()
    {
        var proposed = (await _secretariat.Post(Partnerships, Bodies.Partnership())).MustBe(201);
        proposed["status"].GetString().ShouldBe("proposed");
        proposed["countryCodes"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["BD", "CH"]);
        proposed["pillars"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["capacityStrengthening"]);
        var url = proposed.Headers.Location!.ToString();

        (await _secretariat.Post(url + "/activate")).MustRefuse(422, "partnership.tooFewMembers");
        var lead = await _host.Organization("Green Delta");
        (await _secretariat.Post(url + "/members", new { organizationId = lead.Value, role = "lead" })).MustBe(201);
        (await _secretariat.Post(url + "/members", new { organizationId = lead.Value, role = "funding" })).MustRefuse(
            409,
            "partnership.alreadyAMember"
        );
        (
            await _secretariat.Post(
                url + "/members",
                new { organizationId = (await _host.Organization("Canton", "10", "CH", "Europe/Zurich")).Value, role = "funding" }
            )
        )
            .MustBe(201)["members"]
            .GetInt32()
            .ShouldBe(2);

        var active = (await _secretariat.Post(url + "/activate")).MustBe(200);
        active["status"].GetString().ShouldBe("active");
        active["remarks"].GetArrayLength().ShouldBe(0);
        (await _secretariat.Post(url + "/activate")).MustRefuse(422, "partnership.notProposed");

        var members = (await _secretariat.Get(url + "/members?role=funding")).MustBe(200).Items.ShouldHaveSingleItem();
        members.GetProperty("organizationName").GetString().ShouldBe("Canton");
        members.GetProperty("sector").GetString().ShouldBe("public");
    }

    [DatabaseFact]
    public async Task A_partnership_of_one_sector_or_one_country_is_allowed_with_a_remark()
    {
        var id = await _host.ActivePartnership(await _host.Organization("One"), await _host.Organization("Another of the same"));
        (await _secretariat.Get($"{Partnerships}/{id.Value}"))
            .MustBe(200)["remarks"]
            .EnumerateArray()
            .Select(r => r.GetProperty("code").GetString())
            .ShouldBe(["partnership.oneSector", "partnership.oneCountry"]);
    }

    [DatabaseFact]
    public async Task A_partnership_can_end_only_after_its_commitments()
    {
        var own = await _host.Organization("Own");
        var id = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var commitment = await _host.Draft(id, own, "2027-01-01");
        (await _secretariat.Post($"{Partnerships}/{id.Value}/complete")).MustRefuse(422, "partnership.openCommitments");
        (await _secretariat.Post($"{Partnerships}/{id.Value}/dissolve", new { reason = "No." })).MustRefuse(
            422,
            "partnership.openCommitments"
        );

        (await _secretariat.Post($"{World.Url(commitment)}/withdraw", new { reason = "A mistake." })).MustBe(200);
        (await _secretariat.Post($"{Partnerships}/{id.Value}/complete")).MustBe(200)["status"].GetString().ShouldBe("completed");
        (await _secretariat.Post("/api/v1/commitments", Bodies.Commitment(id.Value, own.Value))).MustRefuse(
            422,
            "commitment.partnershipEnded"
        );
        (
            await _secretariat.Post(
                $"{Partnerships}/{id.Value}/members",
                new { organizationId = (await _host.Organization("Late")).Value, role = "lead" }
            )
        ).MustRefuse(422, "partnership.ended");
    }

    [DatabaseFact]
    public async Task A_partnership_is_revised_while_it_is_active_and_the_history_says_so()
    {
        var id = await _host.ActivePartnership(await _host.Organization("Own"), await _host.Organization("Other"));
        var url = $"{Partnerships}/{id.Value}";
        var before = (await _secretariat.Get(url)).MustBe(200);
        var terms = Bodies.Partnership("Healthier communities").With("endDate", System.Text.Json.JsonElement.Parse("\"2028-12-31\""));
        var revised = (await _secretariat.Put(url, terms, before.Tag)).MustBe(200);
        revised["name"].GetString().ShouldBe("Healthier communities");
        revised["endDate"].GetString().ShouldBe("2028-12-31");
        revised["status"].GetString().ShouldBe("active");
        (await _secretariat.Put(url, Bodies.Partnership(), before.Tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Put(url, terms)).MustBe(200)["version"].GetInt32().ShouldBe(revised["version"].GetInt32());

        var entry = (
            await _secretariat.Get($"/api/v1/history?partnershipId={id.Value}&event=partnershipRevised")
        ).Items.ShouldHaveSingleItem();
        var sentence = entry.GetProperty("text").GetString()!;
        sentence.ShouldContain("Name: “Healthy communities” → “Healthier communities”.");
        sentence.ShouldContain("Country codes: “BD” → “BD, CH”.");
        sentence.ShouldContain("Pillars: “Capacity strengthening” (new).");
        sentence.ShouldContain("End date: “31 December 2028” (new).");
    }

    [DatabaseFact]
    public async Task A_member_changes_its_role()
    {
        var own = await _host.Organization("Own");
        var id = await _host.ActivePartnership(own, await _host.Organization("Other"));
        var url = $"{Partnerships}/{id.Value}";
        (await _secretariat.Put($"{url}/members/{own.Value}", new { role = "funding" })).MustBe(200);
        (await _secretariat.Get(url + "/members?role=funding"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("organizationId")
            .GetGuid()
            .ShouldBe(own.Value);
        (await _secretariat.Get($"{url}/members/{own.Value}")).MustBe(200)["role"].GetString().ShouldBe("funding");
        (await _secretariat.Get($"{url}/members/{Guid.NewGuid()}")).MustRefuse(404, "member.notFound");
        (await _secretariat.Put($"{url}/members/{Guid.NewGuid()}", new { role = "lead" })).MustRefuse(404, "member.notFound");
        (await _secretariat.Get($"/api/v1/history?partnershipId={id.Value}&event=memberRoleChanged"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("text")
            .GetString()!
            .ShouldEndWith("changed the role of Own in the partnership. Before: lead. Now: funding.");
    }

    [DatabaseFact]
    public async Task Organizations_that_are_no_members_yet_can_be_listed()
    {
        var mark = Guid.NewGuid().ToString();
        var (own, other) = (await _host.Organization(mark + " own"), await _host.Organization(mark + " other"));
        var outside = await _host.Organization(mark + " outside");
        var id = await _host.ActivePartnership(own, other);
        (await _secretariat.Get($"/api/v1/organizations?q={mark}&notMemberOf={id.Value}"))
            .Items.ShouldHaveSingleItem()
            .GetProperty("id")
            .GetGuid()
            .ShouldBe(outside.Value);
    }

    [DatabaseFact]
    public async Task The_summary_counts_members_by_role_and_sector_and_commitments_by_status()
    {
        var own = await _host.Organization("Own");
        var id = await _host.ActivePartnership(own, await _host.Organization("Canton", "10", "CH", "Europe/Zurich"));
        await _host.Draft(id, own, "2027-01-01");
        await _host.ActiveCommitment(id, own, "2026-11-01");
        var summary = (await _secretariat.Get($"{Partnerships}/{id.Value}/summary")).MustBe(200);
        summary["members"]
            .EnumerateArray()
            .Select(m => $"{m.GetProperty("role").GetString()} {m.GetProperty("sector").GetString()} {m.GetProperty("total").GetInt32()}")
            .ShouldBe(["lead civilSociety 1", "implementing public 1"]);
        summary["commitments"]
            .EnumerateArray()
            .Select(c => $"{c.GetProperty("status").GetString()} {c.GetProperty("total").GetInt32()} {c.GetProperty("overdue").GetInt32()}")
            .ShouldBe(["draft 1 0", "active 1 1"]);
        (await _secretariat.Get($"{Partnerships}/{Guid.NewGuid()}/summary")).MustRefuse(404, "partnership.notFound");
    }

    [DatabaseFact]
    public async Task What_may_be_done_with_an_open_commitment_is_listed_and_each_of_it_is_accepted()
    {
        var (own, other) = (await _host.Organization("Own"), await _host.Organization("Other"));
        var id = await _host.ActivePartnership(own, other);
        var draft = await _host.Draft(id, own, "2027-01-01");
        var submitted = await _host.Draft(id, own, "2027-01-02");
        await _host.Send(new SubmitCommitment(submitted));
        var active = await _host.ActiveCommitment(id, own, "2027-01-03");
        var overdue = await _host.ActiveCommitment(id, own, "2026-11-01");
        await _host.Send(new WithdrawCommitment(overdue, "No money."));
        var supported = await _host.ActiveCommitment(id, other, "2027-01-04");
        await _host.Send(new AddSupporter(supported, own));

        (await Ways(id, null)).ShouldBe([
            $"{overdue.Value}: close",
            $"{draft.Value}: withdraw",
            $"{submitted.Value}: withdraw, supersede",
            $"{active.Value}: close, withdraw, supersede",
            $"{supported.Value}: close, withdraw, supersede",
        ]);
        (await Ways(id, own)).ShouldBe([
            $"{overdue.Value}: close, handOver",
            $"{draft.Value}: withdraw, handOver",
            $"{submitted.Value}: withdraw, supersede, handOver",
            $"{active.Value}: close, withdraw, supersede, handOver",
            $"{supported.Value}: removeSupporter",
        ]);

        await _host.Send(new HandOverCommitment(overdue, other, "It leaves."));
        await _host.Send(new WithdrawCommitment(draft, "It leaves."));
        await _host.Send(new SupersedeCommitment(submitted, active, "It leaves."));
        await _host.Close(active, ClosingOutcome.NotCompleted, "2026-11-20");
        await _host.Send(new RemoveSupporter(supported, own));
        (await Ways(id, own)).ShouldBeEmpty();
        (await _secretariat.Post($"{Partnerships}/{id.Value}/members/{own.Value}/leave", new { reason = "It leaves." })).MustBe(200);
        await _host.Close(overdue, ClosingOutcome.NotCompleted, "2026-11-20");
        await _host.Send(new WithdrawCommitment(supported, "It is over."));
        (await Ways(id, null)).ShouldBeEmpty();
        (await _secretariat.Post($"{Partnerships}/{id.Value}/dissolve", new { reason = "It is over." })).MustBe(200);
    }

    private async Task<List<string>> Ways(PartnershipId id, OrganizationId? member) =>
        [
            .. (
                await _secretariat.Get(
                    $"{Partnerships}/{id.Value}/open-commitments" + (member is { } one ? $"?organizationId={one.Value}" : "")
                )
            )
                .MustBe(200)
                .Items.Select(c =>
                    $"{c.GetProperty("id").GetGuid()}: "
                    + $"{string.Join(", ", c.GetProperty("actions").EnumerateArray().Select(a => a.GetString()))}"
                ),
        ];

    [DatabaseTheory]
    [InlineData("pillars", "[\"flying\"]", 400, "request.invalid")]
    [InlineData("sdgTargets", "[\"18.1\"]", 422, "reference.unknownSdgTarget")]
    [InlineData("countryCodes", "[\"XX\"]", 422, "reference.unknownCountry")]
    [InlineData("endDate", "\"2023-12-31\"", 422, "partnership.endsBeforeItStarts")]
    [InlineData("startDate", "\"31.12.2023\"", 400, "request.invalid")]
    [InlineData("startDate", null, 400, "request.invalid")]
    public async Task What_is_wrong_is_refused(string field, string? json, int status, string code) =>
        (
            await _secretariat.Post(
                Partnerships,
                Bodies.Partnership().With(field, json is null ? null : System.Text.Json.JsonElement.Parse(json))
            )
        ).MustRefuse(status, code);

    [DatabaseFact]
    public async Task Partnerships_are_found_by_name_and_status()
    {
        var name = Guid.NewGuid().ToString();
        (await _secretariat.Post(Partnerships, Bodies.Partnership(name))).MustBe(201);
        (await _secretariat.Get($"{Partnerships}?q={name[..13].ToUpperInvariant()}&status=proposed")).MustBe(200).Items.Length.ShouldBe(1);
        (await _secretariat.Get($"{Partnerships}?q={name}&status=active")).MustBe(200).Items.ShouldBeEmpty();
        (await _secretariat.Get($"{Partnerships}?status=asleep")).MustRefuse(400, "request.invalid", "status");
    }

    [DatabaseFact]
    public async Task A_published_partnership_is_visible_to_every_key_until_it_is_unpublished()
    {
        var id = await _host.ActivePartnership(await _host.Organization("Own"), await _host.Organization("Other"));
        using var stranger = _host.Client(await _host.Key(await _host.Organization("Stranger"), "reporter"));
        var url = $"{Partnerships}/{id.Value}";
        (await stranger.Get(url)).MustRefuse(404, "partnership.notFound");
        (await _secretariat.Post(url + "/publish")).MustBe(200)["isPublished"].GetBoolean().ShouldBeTrue();
        (await stranger.Get(url)).MustBe(200);
        (await _secretariat.Post(url + "/unpublish")).MustBe(200);
        (await stranger.Get(url)).MustRefuse(404, "partnership.notFound");
    }
}
