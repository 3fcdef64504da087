using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.History;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Webhooks;

public sealed class DeliverWebhooksOnSqlite() : DeliverWebhooksTests(DatabaseProvider.Sqlite);

public sealed class DeliverWebhooksOnPostgreSql() : DeliverWebhooksTests(DatabaseProvider.PostgreSql);

public abstract class DeliverWebhooksTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Ours = "https://hooks.example.org/tracker",
        Other = "https://other.example.org/";

    private readonly Endpoints _endpoints = new();
    private TrackerHost _host = null!;
    private OrganizationId _organization;
    private PartnershipId _partnership;

    public async Task InitializeAsync()
    {
        _host = await WebhookHost.StartAsync(provider, _endpoints);
        _organization = await _host.Organization("Green Delta");
        _partnership = await _host.ActivePartnership(_organization, await _host.Organization("Ministry"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [DatabaseFact]
    public async Task A_delivery_that_was_not_accepted_is_sent_again_with_the_same_id_and_body_and_a_new_time()
    {
        await _host.Webhook(Ours);
        await Draft();
        _endpoints.Status = 503;
        (await _host.Deliver()).ShouldBe(0);
        (await _host.Deliver()).ShouldBe(0, "it waits before it tries again");
        (await _host.Deliveries())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                d => d.State.ShouldBe(DeliveryState.Pending),
                d => d.LastStatus.ShouldBe(503),
                d => d.LastFault.ShouldBe(DeliveryFault.Refused)
            );

        _endpoints.Status = 200;
        _host.Clock.Now += TimeSpan.FromSeconds(6);
        (await _host.Deliver()).ShouldBe(1);
        (await _host.Deliveries()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Delivered);
        var (first, second) = (_endpoints.Posts[0].Message, _endpoints.Posts[1].Message);
        (second.Id, second.Timestamp - first.Timestamp).ShouldBe((first.Id, TimeSpan.FromSeconds(6)));
        second.Body.ShouldBe(first.Body);
        second.Signatures.ShouldNotBe(first.Signatures, "the time is signed, too");
    }

    [DatabaseFact]
    public async Task After_an_interruption_a_message_may_be_sent_again_and_none_is_lost()
    {
        await _host.Webhook(Ours);
        foreach (var _ in Enumerable.Range(0, 3))
            await Draft();
        using var stop = new CancellationTokenSource();
        _endpoints.Answering = async _ =>
        {
            if (_endpoints.Posts.Count == 2)
                await stop.CancelAsync();
            stop.Token.ThrowIfCancellationRequested();
            return WebhookAnswer.Of(200);
        };
        await _host.Send(new SealHistory());
        await Should.ThrowAsync<OperationCanceledException>(_host.Send(new DeliverWebhooks(), stop.Token));
        _endpoints.Status = 200;

        (await _host.Deliver()).ShouldBe(2);
        _endpoints.Posts.Select(p => p.Message.Id).GroupBy(id => id).Select(g => g.Count()).ShouldBe([1, 2, 1]);
    }

    [DatabaseFact]
    public async Task A_slow_endpoint_does_not_delay_the_others()
    {
        await _host.Webhook(Ours);
        await _host.Webhook(Other);
        await Draft();
        await Draft();
        var othersAreDone = new TaskCompletionSource();
        _endpoints.Answering = async post =>
        {
            if (post.Url == Ours)
                await othersAreDone.Task;
            else if (_endpoints.Types(Other).Count() == 2)
                othersAreDone.SetResult();
            return WebhookAnswer.Of(200);
        };
        (await _host.Deliver().WaitAsync(TimeSpan.FromMinutes(2))).ShouldBe(4);
    }

    [DatabaseFact]
    public async Task Many_deliveries_of_a_webhook_are_sent_in_one_run()
    {
        var webhook = new WebhookId((await _host.Webhook(Ours)).Id);
        await _host.Db(db =>
        {
            db.WebhookDeliveries.AddRange(
                Enumerable.Range(0, 250).Select(_ => WebhookDelivery.OfTest(webhook, WebhookEvents.Test, _host.Clock.Now))
            );
            return db.SaveChangesAsync();
        });
        (await _host.Send(new DeliverWebhooks())).ShouldBe(250);
        _endpoints.Posts.Select(p => p.Message.Id).Distinct().Count().ShouldBe(250);
    }

    [DatabaseFact]
    public async Task The_deliveries_of_a_webhook_stop_after_fifteen_seconds_and_continue_in_the_next_run()
    {
        await _host.Webhook(Ours);
        foreach (var _ in Enumerable.Range(0, 3))
            await Draft();
        _endpoints.Answering = _ =>
        {
            _host.Clock.Now += TimeSpan.FromSeconds(10);
            return Task.FromResult(WebhookAnswer.Of(200));
        };
        (await _host.Deliver()).ShouldBe(2);
        (await _host.Deliver()).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_refused_delivery_does_not_delay_the_next()
    {
        await _host.Webhook(Ours);
        await _host.ActiveCommitment(_partnership, _organization, "2027-06-30");
        _endpoints.Answering = post => Task.FromResult(WebhookAnswer.Of(post.Type == "commitment.drafted" ? 500 : 200));
        (await _host.Deliver()).ShouldBe(2);
        (await _host.Deliveries()).Select(d => d.State).ShouldBe([DeliveryState.Pending, DeliveryState.Delivered, DeliveryState.Delivered]);
    }

    [DatabaseFact]
    public async Task An_endpoint_that_is_down_is_not_tried_for_each_delivery()
    {
        await _host.Webhook(Ours);
        foreach (var _ in Enumerable.Range(0, 10))
            await Draft();
        _endpoints.Status = 502;
        await _host.Deliver();
        _endpoints.Posts.Count.ShouldBe(3);

        _host.Clock.Now += TimeSpan.FromHours(1);
        await _host.Deliver();
        await _host.Deliver();
        _endpoints.Posts.Count.ShouldBe(6, "then it is paused for five minutes");
    }

    [DatabaseFact]
    public async Task After_three_days_without_success_a_webhook_is_disabled_its_owner_gets_a_mail_and_nothing_is_lost()
    {
        var webhook = await _host.Webhook(Ours);
        await Draft();
        _endpoints.Status = 500;
        for (var i = 0; i < 4 * 24; i++)
        {
            await _host.Deliver();
            _host.Clock.Now += TimeSpan.FromHours(1);
        }

        (await Get(webhook)).ShouldSatisfyAllConditions(
            w => w.Status.ShouldBe(WebhookStatus.Disabled),
            w => w.DisabledBecause.ShouldBe(DisabledBecause.Failing)
        );
        var mail = (await _host.Db(db => db.Mails.ToListAsync())).ShouldHaveSingleItem();
        mail.Recipient.ShouldBe("ops@example.org");
        mail.Text.ShouldContain("hooks.example.org");
        mail.Text.ShouldNotContain("/tracker");
        (await _host.Send(new ListHistory { Event = "webhookDisabled" }))
            .Items.ShouldHaveSingleItem()
            .Text.ShouldContain("hooks.example.org");

        var sent = _endpoints.Posts.Count;
        await Draft();
        await _host.Deliver();
        _endpoints.Posts.Count.ShouldBe(sent, "nothing is sent while it is disabled");

        _endpoints.Status = 200;
        await _host.Send(new EnableWebhook(new WebhookId(webhook.Id)));
        await _host.Send(new ReplayDelivery(new WebhookId(webhook.Id), (await _host.Deliveries())[0].Id));
        await Draft();
        (await _host.Deliver()).ShouldBe(2, "the replayed one, and the event after it was enabled");
    }

    [DatabaseFact]
    public async Task A_webhook_that_is_gone_is_disabled_at_once_and_pending_deliveries_are_sent_when_it_is_enabled_again()
    {
        var webhook = await _host.Webhook(Ours);
        await Draft();
        await Draft();
        _endpoints.Status = 410;
        await _host.Deliver();
        (await Get(webhook)).DisabledBecause.ShouldBe(DisabledBecause.Gone);
        _endpoints.Posts.Count.ShouldBe(1);

        _endpoints.Status = 200;
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await _host.Send(new EnableWebhook(new WebhookId(webhook.Id)));
        (await _host.Deliver()).ShouldBe(2);
    }

    [DatabaseFact]
    public async Task During_a_rotation_a_message_carries_both_signatures()
    {
        var webhook = await _host.Webhook(Ours);
        var rotated = await _host.Send(new RotateSecret(new WebhookId(webhook.Id)));
        await Draft();
        await _host.Deliver();
        _host.Clock.Now += TimeSpan.FromHours(24);
        await Draft();
        await _host.Deliver();

        _endpoints
            .Posts.Select(p => p.Message.Signatures)
            .ShouldBe([$"{Signature(0, rotated.Secret)} {Signature(0, webhook.Secret)}", Signature(1, rotated.Secret)]);
    }

    [DatabaseFact]
    public async Task The_secret_cannot_be_read_in_the_database_and_only_the_owner_can_open_the_folder_of_its_keys()
    {
        var webhook = await _host.Webhook(Ours);
        (await _host.Db(db => db.Webhooks.SingleAsync())).Secret.ShouldNotContain(webhook.Secret["whsec_".Length..]);
        var keys = new DirectoryInfo(Path.Combine(_host.Folder, "files", "keys"));
        keys.GetFiles().ShouldNotBeEmpty();
        if (OperatingSystem.IsWindows())
            return;
        keys.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        keys.GetFiles().ShouldAllBe(file => file.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [DatabaseFact]
    public async Task Without_the_keys_nothing_is_sent_until_the_secret_is_rotated()
    {
        var webhook = await _host.Webhook(Ours);
        await Draft();
        Directory.Delete(Path.Combine(_host.Folder, "files", "keys"), recursive: true);
        await _host.RestartAsync();
        await _host.Deliver();
        _endpoints.Posts.ShouldBeEmpty();
        (await _host.Deliveries()).ShouldHaveSingleItem().LastFault.ShouldBe(DeliveryFault.SecretUnreadable);

        await _host.Send(new RotateSecret(new WebhookId(webhook.Id), OverlapHours: 0));
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        (await _host.Deliver()).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Deliveries_are_kept_for_thirty_days_and_deleted_with_their_webhook()
    {
        var webhook = await _host.Webhook(Ours);
        await Draft();
        await _host.Deliver();
        _host.Clock.Now += TimeSpan.FromDays(30);
        await Draft();
        await _host.Deliver();
        (await _host.Deliveries()).Count.ShouldBe(2);
        _host.Clock.Now += TimeSpan.FromTicks(1);
        await _host.Deliver();
        (await _host.Deliveries()).Count.ShouldBe(1);

        await _host.Send(new RemoveWebhook(new WebhookId(webhook.Id)));
        (await _host.Deliveries()).ShouldBeEmpty();
        (await _host.Send(new ListHistory { Event = "webhookRemoved" })).Items.Count.ShouldBe(1);
    }

    [DatabaseFact]
    public async Task Removing_a_webhook_during_a_run_ends_only_its_own_deliveries()
    {
        var webhook = await _host.Webhook(Ours);
        await _host.Webhook(Other);
        await Draft();
        _endpoints.Answering = async post =>
        {
            if (post.Url == Ours)
                await _host.Send(new RemoveWebhook(new WebhookId(webhook.Id)));
            return WebhookAnswer.Of(200);
        };
        (await _host.Deliver()).ShouldBe(1);
        (await _host.Deliveries()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Delivered);
    }

    private Task<CommitmentId> Draft() => _host.Draft(_partnership, _organization, "2027-06-30");

    private Task<WebhookDetails> Get(WebhookDetails webhook) => _host.Send(new GetWebhook(new WebhookId(webhook.Id)));

    private string Signature(int post, string secret)
    {
        var message = _endpoints.Posts[post].Message;
        return WebhookSecret.Sign(secret, message.Id, message.Timestamp, message.Body);
    }
}
