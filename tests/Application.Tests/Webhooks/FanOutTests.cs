using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Application.Partnerships;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Webhooks;

public sealed class FanOutOnSqlite() : FanOutTests(DatabaseProvider.Sqlite);

public sealed class FanOutOnPostgreSql() : FanOutTests(DatabaseProvider.PostgreSql);

/// <summary>Which events a webhook receives. Own and Partner share a partnership; Stranger has another, which is published.</summary>
public abstract class FanOutTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string All = "https://all.example/",
        Owns = "https://own.example/",
        Partners = "https://partner.example/",
        Strangers = "https://stranger.example/";

    private readonly Endpoints _endpoints = new();
    private TrackerHost _host = null!;
    private OrganizationId _own,
        _partner,
        _stranger;
    private PartnershipId _shared,
        _other;

    public async Task InitializeAsync()
    {
        _host = await WebhookHost.StartAsync(provider, _endpoints);
        _own = await _host.Organization("Own");
        _partner = await _host.Organization("Partner");
        _stranger = await _host.Organization("Stranger");
        _shared = await _host.ActivePartnership("Shared", _own, _partner);
        _other = await _host.ActivePartnership("Other", _stranger, await _host.Organization("Stranger's partner"));
        await _host.Send(new PublishPartnership(_other, IsPublished: true));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task Events_are_sent_once_and_in_order_as_soon_as_they_are_sealed()
    {
        await _host.Webhook(All);
        var id = await _host.ActiveCommitment(_shared, _own, "2027-06-30");
        await _host.Send(new DeliverWebhooks());
        _endpoints.Posts.ShouldBeEmpty("it has no number yet");

        (await _host.Deliver()).ShouldBe(3);
        _endpoints.Types(All).ShouldBe(["commitment.drafted", "commitment.submitted", "commitment.accepted"]);
        _endpoints.Posts.ShouldAllBe(p => p.Data.GetProperty("commitmentId").GetGuid() == id.Value);
        (await _host.Deliver()).ShouldBe(0);
        _endpoints.Posts.Count.ShouldBe(3);
    }

    [DatabaseFact]
    public async Task A_new_webhook_receives_only_later_events()
    {
        await _host.ActiveCommitment(_shared, _own, "2027-06-30");
        await _host.Webhook(All);
        (await _host.Deliver()).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task A_webhook_receives_only_the_events_it_chose()
    {
        await _host.Webhook(All, null, "commitment.accepted", "flag.raised");
        await _host.ActiveCommitment(_shared, _own, "2026-11-20");
        await _host.Send(new Sweep());
        await _host.Deliver();
        _endpoints.Types(All).ShouldBe(["flag.raised", "commitment.accepted"], ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task An_organization_receives_its_own_events_and_those_of_its_partnerships()
    {
        await AddWebhooks();
        await _host.Draft(_shared, _own, "2027-06-30");
        await _host.Deliver();
        _endpoints.Posts.Select(p => p.Url).ShouldBe([All, Owns, Partners], ignoreOrder: true);

        // Everybody may read a published partnership, but its events are sent only to its members.
        _endpoints.Clear();
        await _host.ActiveCommitment(_other, _stranger, "2027-06-30");
        await _host.Send(new ChangeOrganization(_stranger, "Stranger", "22", "BD", "UTC", null, null, null, IsCommunity: false));
        await _host.Deliver();
        _endpoints.Posts.Select(p => p.Url).Distinct().ShouldBe([All, Strangers], ignoreOrder: true);
    }

    [DatabaseFact]
    public async Task An_organization_that_left_a_partnership_receives_no_more_of_its_events()
    {
        await AddWebhooks();
        var third = await _host.Organization("Third");
        await _host.Send(new AddMember(_shared, third, MemberRole.Knowledge));
        await _host.Send(new LeavePartnership(_shared, _partner, "Its programme ended."));
        await _host.Draft(_shared, _own, "2027-06-30");
        await _host.Deliver();
        _endpoints.Types(Partners).ShouldBeEmpty();
        _endpoints.Types(Owns).ShouldContain("member.left");
    }

    [DatabaseFact]
    public async Task An_officer_finds_in_the_history_whatever_the_organization_receives()
    {
        await AddWebhooks();
        var third = await _host.Organization("Third");
        await _host.Send(new AddMember(_shared, third, MemberRole.Knowledge));
        var mine = await _host.ActiveCommitment(_shared, _own, "2027-06-30");
        await _host.ActiveCommitment(_shared, _partner, "2027-06-30");
        await _host.ActiveCommitment(_other, _stranger, "2027-06-30");
        await _host.Send(new HandOverCommitment(mine, third, "They merged."));
        await _host.Send(new LeavePartnership(_shared, _own, "It merged."));
        await _host.Deliver();

        foreach (var (url, organization) in new[] { (Owns, _own), (Partners, _partner), (Strangers, _stranger) })
        {
            var found = (await _host.SendAs(Role.Officer, organization, new ListHistory { Limit = 200 }))
                .Items.Select(h => (h.Event, h.CommitmentId))
                .ToList();
            var sent = _endpoints
                .Posts.Where(p => p.Url == url)
                .Select(p =>
                    (
                        Event: p.Type.Split('.') is [var what, var then] ? what + char.ToUpperInvariant(then[0]) + then[1..] : "",
                        CommitmentId: p.Data.TryGetProperty("commitmentId", out var id) ? id.GetGuid() : (Guid?)null
                    )
                )
                .ToList();
            sent.Except(found).ShouldBeEmpty(url);
            sent.Count.ShouldBe(
                url == Owns ? 0
                    : url == Partners ? 9
                    : 3,
                "an organization that left receives no more"
            );
        }
    }

    [DatabaseFact]
    public async Task Events_about_people_keys_and_webhooks_are_sent_to_no_webhook()
    {
        await AddWebhooks();
        await _host.Send(new AddContact(_own, "Rahima", "rahima@example.org", ContactRole.Alternate));
        await _host.Key(_own, "reporter");
        (await _host.Deliver()).ShouldBe(0);
    }

    [DatabaseFact]
    public async Task Raised_and_cleared_flags_are_sent_even_when_both_happen_in_one_instant()
    {
        await AddWebhooks();
        var id = await _host.ActiveCommitment(_shared, _own, "2026-11-20", "Screen", "2026-11-19");
        await _host.Deliver();
        _endpoints.Clear();

        await _host.Send(new Sweep());
        await _host.Send(new Sweep());
        await _host.ReportComplete(id, "2026-11-20");
        await _host.Send(new Sweep());
        await _host.Send(new DeliverWebhooks());

        foreach (var url in new[] { All, Owns, Partners })
            _endpoints.Types(url).ShouldBe(["flag.raised", "flag.raised", "flag.cleared", "flag.cleared"], ignoreOrder: true);
        _endpoints.Types(Strangers).ShouldBeEmpty();
        var raised = _endpoints.Posts.Where(p => p.Url == All && p.Type == "flag.raised").Select(p => p.Data).ToList();
        raised
            .Select(d => d.GetProperty("facts").GetProperty("kind").GetString())
            .ShouldBe(["commitmentOverdue", "milestoneOverdue"], ignoreOrder: true);
        raised.ShouldAllBe(
            d => !d.GetProperty("facts").EnumerateObject().Any(f => f.Name == "because"),
            "it does not hold what happened later"
        );
        _endpoints
            .Posts.Where(p => p.Type == "flag.cleared")
            .ShouldAllBe(p => p.Data.GetProperty("facts").GetProperty("because").GetString() == "reportedComplete");
    }

    [DatabaseFact]
    public async Task A_flag_that_is_raised_while_there_is_no_webhook_causes_no_delivery()
    {
        await _host.ActiveCommitment(_shared, _own, "2026-11-20");
        await _host.Send(new Sweep());
        (await _host.Deliveries()).ShouldBeEmpty();
    }

    [DatabaseFact]
    public async Task A_message_holds_ids_facts_and_a_url_and_no_text_written_by_people()
    {
        await _host.Webhook(All);
        var id = await _host.Draft(_shared, _own, "2027-06-30", "Secret title");
        await _host.Send(new SubmitCommitment(id));
        await _host.Send(new ReturnCommitment(id, "Ask rahima@example.org."));
        await _host.Deliver();

        var number = (await _host.Db(db => db.History.Where(h => h.Event == "commitmentDrafted").SingleAsync())).Number!.Value;
        var post = _endpoints.Posts[0];
        post.Message.Id.ShouldBe($"history_{number}");
        JsonElement
            .DeepEquals(
                post.Json,
                JsonSerializer.SerializeToElement(
                    new
                    {
                        type = "commitment.drafted",
                        timestamp = "2026-11-21T06:00:00Z",
                        data = new
                        {
                            number,
                            commitmentId = id.Value,
                            organizationId = _own.Value,
                            partnershipId = _shared.Value,
                            url = $"http://localhost:5080/api/v1/commitments/{id.Value}",
                            facts = new { commitmentId = id.Value, dueDate = "2027-06-30" },
                        },
                    }
                )
            )
            .ShouldBeTrue(Encoding.UTF8.GetString(post.Message.Body));
        _endpoints
            .Posts.Select(p => Encoding.UTF8.GetString(p.Message.Body))
            .ShouldAllBe(body => !body.Contains("Secret") && !body.Contains('@'));
    }

    [DatabaseFact]
    public async Task Several_batches_are_sent_completely_and_two_runs_at_once_send_them_once()
    {
        var webhook = await _host.Webhook(All);
        await _host.Db(db =>
        {
            db.History.AddRange(
                Enumerable
                    .Range(0, 5100)
                    .Select(_ => new HistoryEntry(
                        new HistorySubject(null, null, _shared.Value),
                        "partnershipActivated",
                        """{"members":2}""",
                        Actor.System,
                        _host.Clock.Now
                    ))
            );
            return db.SaveChangesAsync();
        });
        await _host.Send(new SealHistory());

        var sent = await Task.WhenAll(_host.Send(new FanOutHistory()), _host.Send(new FanOutHistory()));
        sent.Sum().ShouldBe(5100);
        (await _host.Deliveries()).Select(d => d.Number).Distinct().Count().ShouldBe(5100);
        (await _host.Db(db => db.Webhooks.SingleAsync(w => w.Id == new WebhookId(webhook.Id)))).Seen.ShouldBe(
            (await _host.Send(new VerifyAudit())).Entries
        );
    }

    private async Task AddWebhooks()
    {
        await _host.Webhook(All);
        foreach (var (url, organization) in new[] { (Owns, _own), (Partners, _partner), (Strangers, _stranger) })
            await _host.Webhook(url, organization);
        await _host.Deliver();
        _endpoints.Clear();
    }
}
