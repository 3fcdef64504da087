using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace PartnershipTracker.Api.FunctionalTests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private TrackerHost _host = null!;
    private HttpClient _secretariat = null!;

    public async Task InitializeAsync()
    {
        _host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string> { ["Webhooks:AllowPrivate"] = "true" }
        );
        _secretariat = _host.Client();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_secret_is_shown_once()
    {
        var made = (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook())).MustBe(201);
        made["secret"].GetString().ShouldStartWith("whsec_");
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var read = (await _secretariat.Get($"/api/v1/webhooks/{made.Id}")).MustBe(200);
        read.Json.TryGetProperty("secret", out _).ShouldBeFalse();
        read["status"].GetString().ShouldBe("active");
        read["events"].EnumerateArray().Select(e => e.GetString()).ShouldBe(["commitment.accepted", "flag.raised"]);
        (await _secretariat.Get("/api/v1/webhooks")).Text.ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task A_test_message_arrives_and_can_be_verified_with_the_secret()
    {
        await using var site = TestSite.Answering(_ => 204);
        var made = (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook(site.Url("/hook")))).MustBe(201);
        var owed = (await _secretariat.Post($"/api/v1/webhooks/{made.Id}/test")).MustBe(202);
        owed["state"].GetString().ShouldBe("pending");
        (await _host.Send(new DeliverWebhooks())).ShouldBe(1);

        var (headers, body) = Parse(site.Requests.ShouldHaveSingleItem());
        JsonElement.Parse(body).GetProperty("type").GetString().ShouldBe("webhook.test");
        headers["webhook-id"].ShouldBe(owed["eventId"].GetString());
        headers["webhook-timestamp"].ShouldBe(_host.Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var key = Convert.FromBase64String(made["secret"].GetString()!["whsec_".Length..]);
        headers["webhook-signature"]
            .ShouldBe(
                "v1,"
                    + Convert.ToBase64String(
                        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}"))
                    )
            );
    }

    /// <summary>The library compares the time of a message with the system clock and accepts a difference of up to five minutes.</summary>
    [Fact]
    public async Task An_independent_library_accepts_messages_signed_with_either_secret_and_no_others()
    {
        _host.Clock.Now = TimeProvider.System.GetUtcNow();
        await using var site = TestSite.Answering(_ => 204);
        var made = (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook(site.Url("/hook")))).MustBe(201);
        var first = made["secret"].GetString()!;
        var before = await Sent();
        var second = (await _secretariat.Post($"/api/v1/webhooks/{made.Id}/rotate-secret")).MustBe(200)["secret"].GetString()!;
        var during = await Sent();
        var third = (await _secretariat.Post($"/api/v1/webhooks/{made.Id}/rotate-secret", new { overlapHours = 0 }))
            .MustBe(200)["secret"]
            .GetString()!;
        var after = await Sent();

        new[] { first, second, third }
            .Select(secret => (Takes(secret, before), Takes(secret, during), Takes(secret, after)))
            .ShouldBe([(true, true, false), (false, true, false), (false, false, true)]);
        Takes(third, after with { Body = after.Body.Replace("webhook.test", "webhook.tes7", StringComparison.Ordinal) }).ShouldBeFalse();
        Takes(third, after with { Headers = new(after.Headers) { ["webhook-id"] = "test_of_somebody_else" } }).ShouldBeFalse();
        var later = (_host.Clock.Now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);
        Takes(third, after with { Headers = new(after.Headers) { ["webhook-timestamp"] = later } }).ShouldBeFalse();

        async Task<Message> Sent()
        {
            (await _secretariat.Post($"/api/v1/webhooks/{made.Id}/test")).MustBe(202);
            (await _host.Send(new DeliverWebhooks())).ShouldBe(1);
            return Parse(site.Requests.Last());
        }
    }

    [Fact]
    public async Task The_log_shows_each_delivery_and_a_delivery_can_be_sent_again()
    {
        var status = 500;
        await using var site = TestSite.Answering(_ => status);
        var webhook = await Made(site.Url());
        await _secretariat.Post(webhook + "/test");
        await _host.Send(new DeliverWebhooks());
        var failed = (await _secretariat.Get(webhook + "/deliveries?state=pending")).MustBe(200).Items.ShouldHaveSingleItem();
        (
            failed.GetProperty("lastStatus").GetInt32(),
            failed.GetProperty("lastFault").GetString(),
            failed.GetProperty("attempts").GetInt32()
        ).ShouldBe((500, "refused", 1));

        status = 200;
        (await _secretariat.Post($"{webhook}/deliveries/{failed.GetProperty("id").GetGuid()}/replay")).MustBe(202);
        (await _host.Send(new DeliverWebhooks())).ShouldBe(1);
        (await _secretariat.Get(webhook + "/deliveries?state=delivered")).Items.Length.ShouldBe(1);
        (await _secretariat.Get(webhook + "/deliveries?state=failed")).Items.ShouldBeEmpty();
        site.Requests.Select(r => Parse(r).Headers["webhook-id"]).Distinct().Count().ShouldBe(1);

        (await _secretariat.Get(webhook + "/deliveries?state=lost")).MustBe(400);
        (await _secretariat.Post($"{webhook}/deliveries/{Guid.NewGuid()}/replay")).MustRefuse(404, "webhookDelivery.notFound");
    }

    [Fact]
    public async Task A_disabled_webhook_is_neither_tested_nor_replayed_until_it_is_enabled()
    {
        var webhook = await Made();
        var delivery = (await _secretariat.Post(webhook + "/test")).Id;
        (await _secretariat.Post(webhook + "/disable")).MustBe(200)["disabledBecause"].GetString().ShouldBe("byHand");
        (await _secretariat.Post(webhook + "/test")).MustRefuse(422, "webhook.disabled");
        (await _secretariat.Post($"{webhook}/deliveries/{delivery}/replay")).MustRefuse(422, "webhook.disabled");
        (await _secretariat.Post(webhook + "/enable")).MustBe(200)["status"].GetString().ShouldBe("active");
        (await _secretariat.Post(webhook + "/test")).MustBe(202);
    }

    [Fact]
    public async Task A_change_replaces_the_webhook_unless_another_change_was_first()
    {
        var webhook = await Made();
        var tag = (await _secretariat.Get(webhook)).Tag;
        var changed = (await _secretariat.Put(webhook, Bodies.Webhook("https://new.example.org/").With("events", null), tag)).MustBe(200);
        changed["url"].GetString().ShouldBe("https://new.example.org/");
        changed["events"].GetArrayLength().ShouldBe(0);
        (await _secretariat.Put(webhook, Bodies.Webhook(), tag)).MustRefuse(412, "request.versionMoved");
        (await _secretariat.Post(webhook + "/rotate-secret", null, tag)).MustRefuse(412, "request.versionMoved");
    }

    [Fact]
    public async Task A_rotation_shows_the_new_secret_and_how_long_the_old_one_is_used_too()
    {
        var webhook = await Made();
        var rotated = (await _secretariat.Post(webhook + "/rotate-secret")).MustBe(200);
        rotated["secret"].GetString().ShouldStartWith("whsec_");
        rotated["previousSecretUntil"].GetDateTimeOffset().ShouldBe(_host.Clock.Now.AddHours(24));
        rotated.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await _secretariat.Post(webhook + "/rotate-secret", new { overlapHours = 0 }))
            .MustBe(200)["previousSecretUntil"]
            .GetDateTimeOffset()
            .ShouldBe(_host.Clock.Now);
        (await _secretariat.Post(webhook + "/rotate-secret", new { overlapHours = 169 })).MustRefuse(
            400,
            "request.invalid",
            "overlapHours"
        );
    }

    [Theory]
    [InlineData("url", "no address")]
    [InlineData("url", "ftp://example.org/")]
    [InlineData("url", null)]
    [InlineData("ownerEmail", "nobody")]
    [InlineData("ownerEmail", null)]
    public async Task A_malformed_webhook_is_refused_by_field(string field, string? value) =>
        (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook().With(field, value))).MustBe(400);

    [Fact]
    public async Task An_event_that_does_not_exist_cannot_be_chosen() =>
        (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook().With("events", new[] { "contact.added" }))).MustRefuse(
            400,
            "request.invalid",
            "events[0]"
        );

    [Fact]
    public async Task Private_addresses_are_refused_unless_they_are_allowed_in_the_configuration()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        (await host.Client().Post("/api/v1/webhooks", Bodies.Webhook("https://192.168.1.1/"))).MustRefuse(422, "webhook.notPublic", "url");
        (await host.Client().Post("/api/v1/webhooks", Bodies.Webhook("http://hooks.example.org/"))).MustRefuse(
            422,
            "webhook.notHttps",
            "url"
        );
    }

    [Fact]
    public async Task One_owner_has_at_most_twenty_webhooks()
    {
        for (var i = 0; i < 20; i++)
            await Made();
        (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook())).MustRefuse(422, "webhook.tooMany");
    }

    [Fact]
    public async Task A_webhook_created_by_an_officer_belongs_to_their_organization()
    {
        var world = await World.Create(_host);
        var made = (await world.As("officer").Post("/api/v1/webhooks", Bodies.Webhook())).MustBe(201);
        made["organizationId"].GetGuid().ShouldBe(world.Organization(Whose.Own).Value);
        await Made();
        (await world.As("officer").Get("/api/v1/webhooks")).Items.ShouldHaveSingleItem();
        (
            await _secretariat.Get($"/api/v1/webhooks?organizationId={made["organizationId"].GetGuid()}&status=active")
        ).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_list_of_events_can_be_read_without_a_key()
    {
        var events = (await _host.Client(null).Get("/api/v1/reference/webhook-events")).MustBe(200).Items;
        events.Select(e => e.GetProperty("name").GetString()).ShouldContain("commitment.accepted");
        events.ShouldAllBe(e => e.GetProperty("description").GetString()!.EndsWith('.'));
    }

    private async Task<string> Made(string url = "https://hooks.example.org/tracker") =>
        "/api/v1/webhooks/" + (await _secretariat.Post("/api/v1/webhooks", Bodies.Webhook(url))).MustBe(201).Id;

    private static Message Parse(string request)
    {
        var parts = request.Split("\r\n\r\n", 2);
        var headers = parts[0]
            .Split("\r\n")
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);
        return new(headers, parts[1]);
    }

    /// <summary>Each signature is verified alone, because version 1.1.2 of the library ignores the last one of several.</summary>
    private static bool Takes(string secret, Message message) =>
        message
            .Headers["webhook-signature"]
            .Split(' ')
            .Any(signature =>
            {
                var headers = new HeaderDictionary();
                foreach (var (name, value) in message.Headers)
                    headers[name] = value;
                headers["webhook-signature"] = signature;
                try
                {
                    new StandardWebhook(secret).Verify(message.Body, headers);
                    return true;
                }
                catch (WebhookVerificationException)
                {
                    return false;
                }
            });

    private sealed record Message(Dictionary<string, string> Headers, string Body);
}
