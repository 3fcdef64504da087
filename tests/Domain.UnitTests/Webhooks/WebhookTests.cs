using PartnershipTracker.Domain.Deferred;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Domain.UnitTests.Webhooks;

public sealed class WebhookTests
{
    private static readonly WebhookAnswer Accepted = WebhookAnswer.Of(204);
    private static readonly WebhookAnswer Unreachable = new(null, DeliveryFault.NotReached);

    [Theory]
    [InlineData("https://hooks.example.org/tracker?team=7")]
    [InlineData("https://1.1.1.1/")]
    [InlineData("https://[2606:4700::1111]:8443/")]
    public void A_public_https_address_is_accepted_unchanged(string url) => Registered(url).Url.ShouldBe(url);

    [Theory]
    [InlineData("http://hooks.example.org/", "webhook.notHttps")]
    [InlineData("https://localhost/", "webhook.notPublic")]
    [InlineData("https://127.0.0.1/", "webhook.notPublic")]
    [InlineData("https://127.1/", "webhook.notPublic")]
    [InlineData("https://2130706433/", "webhook.notPublic")]
    [InlineData("https://0x7f.0.0.1/", "webhook.notPublic")]
    [InlineData("https://10.0.0.1/", "webhook.notPublic")]
    [InlineData("https://192.168.1.1:8443/", "webhook.notPublic")]
    [InlineData("https://169.254.169.254/latest", "webhook.notPublic")]
    [InlineData("https://[::1]/", "webhook.notPublic")]
    [InlineData("https://[::ffff:10.0.0.1]/", "webhook.notPublic")]
    [InlineData("https://[fd00::1]/", "webhook.notPublic")]
    [InlineData("https://user:secret@hooks.example.org/", "webhook.withPassword")]
    public void Any_other_address_is_refused(string url, string code)
    {
        new Action(() => Registered(url)).MustRefuse(code).Field.ShouldBe("url");
        new Action(() => Registered().Change(Terms(url), new WebhookRules())).MustRefuse(code);
    }

    [Theory]
    [InlineData("http://10.0.0.1:8080/hook")]
    [InlineData("http://localhost/hook")]
    public void A_closed_network_may_allow_its_own_addresses(string url) =>
        Webhook.Register(null, Terms(url), new WebhookRules { AllowPrivate = true }, "encrypted", 0, Given.Now).Url.ShouldBe(url);

    [Fact]
    public void A_delivery_keeps_its_last_answer_and_fails_only_when_it_is_not_tried_again()
    {
        var delivery = Delivery();
        delivery.Answered(Unreachable, Given.Now);
        delivery.ShouldSatisfyAllConditions(
            d => d.State.ShouldBe(DeliveryState.Pending),
            d => d.LastFault.ShouldBe(DeliveryFault.NotReached),
            d => d.LastAttemptAt.ShouldBe(Given.Now)
        );
        delivery.Fail();
        delivery.State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public void The_deliveries_of_one_webhook_share_a_lane()
    {
        var delivery = Delivery();
        delivery
            .Work(Given.Now)
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                w => w.Kind.ShouldBe(DeferredKind.WebhookDelivery),
                w => w.SubjectId.ShouldBe(delivery.Id.Value),
                w => w.Lane.ShouldBe(delivery.WebhookId.Value)
            );
    }

    [Fact]
    public void A_replay_starts_again_under_the_same_id()
    {
        var delivery = Delivery();
        delivery.Answered(Accepted, Given.Now);
        delivery.State.ShouldBe(DeliveryState.Delivered);
        var id = delivery.EventId;

        delivery.Replay();
        delivery.ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Pending), d => d.EventId.ShouldBe(id));
    }

    [Fact]
    public void An_endpoint_that_accepts_nothing_for_three_days_is_disabled()
    {
        var webhook = Registered();
        webhook.Answered(Unreachable, Given.Now);
        webhook.Answered(WebhookAnswer.Of(500), Given.Now.AddDays(3).AddTicks(-1));
        webhook.Status.ShouldBe(WebhookStatus.Active);

        webhook.Answered(Unreachable, Given.Now.AddDays(3));
        (webhook.Status, webhook.DisabledBecause).ShouldBe((WebhookStatus.Disabled, DisabledBecause.Failing));
        webhook.Last<WebhookDisabled>().ShouldBe(new WebhookDisabled(webhook.Id, "hooks.example.org", DisabledBecause.Failing));
    }

    [Fact]
    public void One_accepted_delivery_ends_a_series_of_failures()
    {
        var webhook = Registered();
        webhook.Answered(Unreachable, Given.Now);
        webhook.Answered(Accepted, Given.Now.AddDays(2));
        webhook.Answered(Unreachable, Given.Now.AddDays(4));
        (webhook.Status, webhook.FailingSince).ShouldBe((WebhookStatus.Active, Given.Now.AddDays(4)));
    }

    [Fact]
    public void An_endpoint_that_answers_gone_is_disabled_at_once()
    {
        var webhook = Registered();
        webhook.Answered(WebhookAnswer.Of(410), Given.Now);
        (webhook.Status, webhook.DisabledBecause).ShouldBe((WebhookStatus.Disabled, DisabledBecause.Gone));
    }

    [Fact]
    public void A_failing_endpoint_is_paused_for_at_most_five_minutes()
    {
        var webhook = Registered();
        foreach (var (after, rest) in new[] { (0, 0), (5, 5), (60, 60), (300, 300), (86400, 300) })
        {
            webhook.Answered(Unreachable, Given.Now.AddSeconds(after));
            webhook.RestsUntil.ShouldBe(Given.Now.AddSeconds(after + rest));
        }

        webhook.Answered(Accepted, Given.Now.AddDays(2));
        webhook.RestsUntil.ShouldBeNull();
    }

    [Fact]
    public void An_answer_of_the_endpoint_does_not_increase_the_version()
    {
        var webhook = Registered();
        var version = webhook.Version;
        webhook.Answered(Unreachable, Given.Now);
        webhook.Answered(Accepted, Given.Now);
        webhook.Version.ShouldBe(version);
    }

    [Fact]
    public void After_a_rotation_both_secrets_sign_for_a_while()
    {
        var webhook = Registered();
        webhook.RotateSecret("new", TimeSpan.FromHours(24), Given.Now);
        webhook.SecretsAt(Given.Now.AddHours(24).AddTicks(-1)).ShouldBe(["new", "encrypted"]);
        webhook.SecretsAt(Given.Now.AddHours(24)).ShouldBe(["new"]);

        webhook.RotateSecret("newest", TimeSpan.Zero, Given.Now);
        webhook.SecretsAt(Given.Now).ShouldBe(["newest"], "a secret that leaked ends at once");
    }

    [Fact]
    public void A_webhook_that_is_enabled_again_receives_only_later_events()
    {
        var webhook = Registered();
        webhook.Answered(WebhookAnswer.Of(410), Given.Now);
        webhook.Enable(head: 42);
        webhook.ShouldSatisfyAllConditions(
            w => w.Status.ShouldBe(WebhookStatus.Active),
            w => w.Seen.ShouldBe(42),
            w => w.DisabledBecause.ShouldBeNull(),
            w => w.FailingSince.ShouldBeNull(),
            w => w.RestsUntil.ShouldBeNull()
        );

        var version = webhook.Version;
        webhook.Enable(head: 50);
        (webhook.Seen, webhook.Version).ShouldBe((42, version), "it was enabled already");
    }

    private static Webhook Registered(string url = "https://hooks.example.org/tracker") =>
        Webhook.Register(OrganizationId.New(), Terms(url), new WebhookRules(), "encrypted", 7, Given.Now);

    private static WebhookTerms Terms(string url) =>
        new(url, " ", ["flag.raised", "commitment.accepted", "flag.raised"], "Ops@example.org");

    private static WebhookDelivery Delivery() => WebhookDelivery.OfHistory(WebhookId.New(), "commitment.accepted", 12, Given.Now);
}
