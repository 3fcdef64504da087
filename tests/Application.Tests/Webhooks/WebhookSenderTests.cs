using System.Net;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Webhooks;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    private static readonly WebhookOptions Public = WebhookOptions.Of(new WebhookRules());
    private static readonly WebhookOptions ClosedNetwork = WebhookOptions.Of(new WebhookRules { AllowPrivate = true });
    private static readonly SignedMessage Message = new(
        "history_12",
        DateTimeOffset.FromUnixTimeSeconds(1614265330),
        "v1,bmV3 v1,b2xk",
        "{\"type\":\"é\"}"u8.ToArray()
    );

    /// <summary>127.0.0.1 stands for a public address.</summary>
    private static WebhookOptions OnlyThisMachine =>
        new(address => address.Equals(IPAddress.Loopback) || PublicAddresses.Contains(address));

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(301, DeliveryFault.Refused)]
    [InlineData(400, DeliveryFault.Refused)]
    [InlineData(410, DeliveryFault.Refused)]
    [InlineData(429, DeliveryFault.Refused)]
    [InlineData(503, DeliveryFault.Refused)]
    public async Task Only_a_2xx_status_is_accepted(int status, DeliveryFault? fault)
    {
        await using var site = TestSite.Answering(_ => status);
        (await Send(ClosedNetwork, site.Url())).ShouldBe(new WebhookAnswer(status, fault));
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("/elsewhere")]
    public async Task A_redirect_is_not_followed(string location)
    {
        await using var site = TestSite.Answering(_ => 307, _ => location);
        (await Send(OnlyThisMachine, site.Url())).ShouldBe(new WebhookAnswer(307, DeliveryFault.Refused));
        site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("1.1.1.1 192.168.0.1")]
    public async Task A_host_name_with_a_private_address_is_not_requested_even_if_it_also_has_a_public_one(string addresses) =>
        (
            await Send(
                Public,
                "https://hooks.example.org/",
                (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray())
            )
        ).ShouldBe(new WebhookAnswer(null, DeliveryFault.NotPublic));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    public async Task An_address_that_is_not_public_is_not_requested_even_if_it_was_allowed_at_registration(string url) =>
        (await Send(Public, url)).Fault.ShouldBe(DeliveryFault.NotPublic);

    [Fact]
    public async Task A_host_name_is_resolved_once_and_the_connection_uses_that_address()
    {
        await using var site = TestSite.Answering(_ => 200);
        var lookups = 0;
        (
            await Send(
                OnlyThisMachine,
                site.Url(host: "rebinding.example"),
                (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")])
            )
        ).IsAccepted.ShouldBeTrue();
        lookups.ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_has_the_headers_of_the_specification_and_reveals_nothing_else()
    {
        await using var site = TestSite.Answering(_ => 200);
        await Send(ClosedNetwork, site.Url("/hook?team=7"));
        var request = site.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST /hook?team=7 HTTP/1.1\r\n");
        foreach (
            var header in new[]
            {
                "webhook-id: history_12",
                "webhook-timestamp: 1614265330",
                "webhook-signature: v1,bmV3 v1,b2xk",
                "Content-Type: application/json",
            }
        )
            request.ShouldContain($"{header}\r\n", Case.Insensitive);
        request.ShouldEndWith("\r\n\r\n{\"type\":\"Ã©\"}", Case.Sensitive, "UTF-8, byte by byte");
        foreach (var header in new[] { "Cookie", "Authorization", "traceparent", "Expect" })
            request.ShouldNotContain(header, Case.Insensitive);
    }

    [Fact]
    public async Task A_receiver_that_takes_too_long_is_given_up()
    {
        await using var site = new TestSite((_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        (await Send(ClosedNetwork with { Timeout = TimeSpan.FromMilliseconds(300) }, site.Url())).ShouldBe(
            new WebhookAnswer(null, DeliveryFault.TooSlow)
        );
    }

    [Fact]
    public async Task An_endless_answer_is_not_read()
    {
        var (written, ended) = (0L, new TaskCompletionSource());
        await using var site = new TestSite(
            async (_, stream, ct) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 So\r\n\r\n"u8.ToArray(), ct);
                try
                {
                    for (var part = new byte[65536]; ; written += part.Length)
                        await stream.WriteAsync(part, ct);
                }
                finally
                {
                    ended.SetResult();
                }
            }
        );
        (await Send(ClosedNetwork, site.Url())).IsAccepted.ShouldBeTrue();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        written.ShouldBeLessThan(8_000_000, "no more than the system buffers on the way");
    }

    [Fact]
    public async Task A_receiver_without_a_listener_TLS_or_a_known_host_is_not_reached()
    {
        await using var site = TestSite.Answering(_ => 200);
        (await Send(ClosedNetwork, "http://127.0.0.1:1/")).Fault.ShouldBe(DeliveryFault.NotReached);
        (await Send(ClosedNetwork, $"https://127.0.0.1:{site.Port}/")).Fault.ShouldBe(DeliveryFault.NotReached);
        (await Send(Public, "https://no-such-name.example/", (_, _) => throw new System.Net.Sockets.SocketException(11001))).Fault.ShouldBe(
            DeliveryFault.NotReached
        );
    }

    private static async Task<WebhookAnswer> Send(
        WebhookOptions options,
        string url,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null
    )
    {
        using var sender = new WebhookSender(options, resolve);
        return await sender.SendAsync(url, Message, default);
    }
}
