using System.Net;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Webhooks;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    private static readonly WebhookOptions Public = WebhookOptions.Of(new WebhookRules(AllowPrivate: false));
    private static readonly WebhookOptions Closed = WebhookOptions.Of(new WebhookRules(AllowPrivate: true));
    private static readonly SignedMessage Message = new("history_12", DateTimeOffset.FromUnixTimeSeconds(1614265330), "v1,bmV3 v1,b2xk", "{\"type\":\"é\"}"u8.ToArray());

    /// <summary>127.0.0.1 stands for a public address.</summary>
    private static WebhookOptions OnlyThisMachine => new(address => address.Equals(IPAddress.Loopback) || PublicAddresses.Contains(address));

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(301, DeliveryFault.Refused)]
    [InlineData(400, DeliveryFault.Refused)]
    [InlineData(410, DeliveryFault.Refused)]
    [InlineData(429, DeliveryFault.Refused)]
    [InlineData(503, DeliveryFault.Refused)]
    public async Task Only_2xx_is_taken(int status, DeliveryFault? fault)
    {
        await using var site = TinySite.Saying(_ => status);
        (await Send(Closed, site.Url())).ShouldBe(new WebhookAnswer(status, fault));
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("/elsewhere")]
    public async Task A_redirect_goes_nowhere(string location)
    {
        await using var site = TinySite.Saying(_ => 307, _ => location);
        (await Send(OnlyThisMachine, site.Url())).ShouldBe(new WebhookAnswer(307, DeliveryFault.Refused));
        site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("1.1.1.1 192.168.0.1")]
    public async Task A_name_that_leads_to_a_private_address_is_not_visited_even_if_it_also_leads_elsewhere(string addresses) =>
        (await Send(Public, "https://hooks.example.org/", (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray())))
            .ShouldBe(new WebhookAnswer(null, DeliveryFault.NotPublic));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    public async Task Nor_is_an_address_that_was_allowed_when_it_was_registered(string url) => (await Send(Public, url)).Fault.ShouldBe(DeliveryFault.NotPublic);

    [Fact]
    public async Task A_name_is_looked_up_once_and_the_connection_goes_where_it_was_looked()
    {
        await using var site = TinySite.Saying(_ => 200);
        var lookups = 0;
        (await Send(OnlyThisMachine, site.Url(host: "rebinding.example"), (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]))).IsAccepted.ShouldBeTrue();
        lookups.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_sent_as_the_specification_says_and_nothing_else_of_us()
    {
        await using var site = TinySite.Saying(_ => 200);
        await Send(Closed, site.Url("/hook?team=7"));
        var request = site.Requests.ShouldHaveSingleItem();
        request.ShouldStartWith("POST /hook?team=7 HTTP/1.1\r\n");
        foreach (var header in new[] { "webhook-id: history_12", "webhook-timestamp: 1614265330", "webhook-signature: v1,bmV3 v1,b2xk", "Content-Type: application/json" })
            request.ShouldContain($"{header}\r\n", Case.Insensitive);
        request.ShouldEndWith("\r\n\r\n{\"type\":\"Ã©\"}", Case.Sensitive, "UTF-8, byte by byte");
        foreach (var ours in new[] { "Cookie", "Authorization", "traceparent", "Expect" }) request.ShouldNotContain(ours, Case.Insensitive);
    }

    [Fact]
    public async Task Whoever_takes_too_long_is_left()
    {
        await using var site = new TinySite((_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        (await Send(Closed with { Patience = TimeSpan.FromMilliseconds(300) }, site.Url())).ShouldBe(new WebhookAnswer(null, DeliveryFault.TooSlow));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read()
    {
        var (written, ended) = (0L, new TaskCompletionSource());
        await using var site = new TinySite(async (_, stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 So\r\n\r\n"u8.ToArray(), ct);
            try
            {
                for (var part = new byte[65536]; ; written += part.Length) await stream.WriteAsync(part, ct);
            }
            finally
            {
                ended.SetResult();
            }
        });
        (await Send(Closed, site.Url())).IsAccepted.ShouldBeTrue();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        written.ShouldBeLessThan(8_000_000, "what the system buffers between the two, and no more");
    }

    [Fact]
    public async Task Where_nobody_listens_or_speaks_tls_it_is_not_reached()
    {
        await using var site = TinySite.Saying(_ => 200);
        (await Send(Closed, "http://127.0.0.1:1/")).Fault.ShouldBe(DeliveryFault.NotReached);
        (await Send(Closed, $"https://127.0.0.1:{site.Port}/")).Fault.ShouldBe(DeliveryFault.NotReached);
        (await Send(Public, "https://no-such-name.example/", (_, _) => throw new System.Net.Sockets.SocketException(11001))).Fault.ShouldBe(DeliveryFault.NotReached);
    }

    private static async Task<WebhookAnswer> Send(WebhookOptions options, string url, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        using var sender = new WebhookSender(options, resolve);
        return await sender.SendAsync(url, Message, default);
    }
}
