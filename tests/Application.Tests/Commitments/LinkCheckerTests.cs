using System.Net;
using System.Text;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Commitments;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Commitments;

public sealed class LinkCheckerTests
{
    private static readonly LinkOptions Public = new();
    private static readonly LinkOptions ClosedNetwork = new() { AllowPrivate = true, Timeout = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0x7f000001")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:a00:1]")]
    [InlineData("[::7f00:1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b::169.254.169.254]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[2002:7f00:1::1]")]
    [InlineData("[2001:0:4136:e378:8000:63bf:3fff:fdd2]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[3fff::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[ff02::1]")]
    public async Task An_address_that_is_not_public_is_not_requested(string host)
    {
        using var checker = new LinkChecker(Public);
        (await checker.CheckAsync($"http://{host}/", default)).ShouldBe(LinkCheck.NotAllowed);
        (await checker.CheckAsync($"https://{host}:8443/x", default)).ShouldBe(LinkCheck.NotAllowed);
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void A_public_address_may_be_requested(string address) => PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org")]
    [InlineData("no address")]
    public async Task Only_http_and_https_are_supported(string url)
    {
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(url, default)).ShouldBe(LinkCheck.NotAllowed);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("1.1.1.1 192.168.0.1")]
    public async Task A_host_name_with_a_private_address_is_not_requested_even_if_it_also_has_a_public_one(string addresses)
    {
        using var checker = new LinkChecker(Public, Resolving(addresses));
        (await checker.CheckAsync("https://evidence.example.org/report.pdf", default)).ShouldBe(LinkCheck.NotAllowed);
    }

    [Fact]
    public async Task A_host_name_is_resolved_once_and_the_connection_uses_that_address()
    {
        await using var site = TestSite.Answering(_ => 200);
        var lookups = 0;
        using var checker = new LinkChecker(
            OnlyThisMachine,
            (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")])
        );
        (await checker.CheckAsync(site.Url(host: "rebinding.example"), default)).ShouldBe(LinkCheck.Reached);
        lookups.ShouldBe(1);
        site.Requests.ShouldHaveSingleItem().ShouldContain("Host: rebinding.example");
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://[::1]/")]
    [InlineData("//169.254.169.254/latest/meta-data")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_to_a_private_address_is_not_followed(string location)
    {
        await using var site = TestSite.Answering(_ => 302, _ => location);
        using var checker = new LinkChecker(OnlyThisMachine);
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(LinkCheck.NotAllowed);
        site.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(200, LinkCheck.Reached)]
    [InlineData(204, LinkCheck.Reached)]
    [InlineData(404, LinkCheck.Gone)]
    [InlineData(410, LinkCheck.Gone)]
    [InlineData(401, LinkCheck.Unknown)]
    [InlineData(403, LinkCheck.Unknown)]
    [InlineData(405, LinkCheck.Unknown)]
    [InlineData(429, LinkCheck.Unknown)]
    [InlineData(500, LinkCheck.Unknown)]
    [InlineData(503, LinkCheck.Unknown)]
    public async Task The_status_of_the_answer_decides_the_result(int status, LinkCheck found)
    {
        await using var site = TestSite.Answering(_ => status);
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(found);
    }

    [Fact]
    public async Task A_server_that_refuses_HEAD_is_asked_with_GET()
    {
        await using var site = TestSite.Answering(request => request.StartsWith("HEAD", StringComparison.Ordinal) ? 405 : 200);
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(LinkCheck.Reached);
        site.Requests.Select(r => r.Split(' ')[0]).ShouldBe(["HEAD", "GET"]);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_more()
    {
        await using var site = TestSite.Answering(
            request => request.Contains(" /0 ", StringComparison.Ordinal) ? 200 : 302,
            path => path == "/0" ? null : $"/{int.Parse(path[1..], null) - 1}"
        );
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(site.Url("/5"), default)).ShouldBe(LinkCheck.Reached);
        (await checker.CheckAsync(site.Url("/6"), default)).ShouldBe(LinkCheck.Unknown);
        site.Requests.Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_request_reveals_only_the_name_of_the_product()
    {
        await using var site = TestSite.Answering(request => request.Contains(" /b", StringComparison.Ordinal) ? 200 : 302, _ => "/b#part");
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync($"http://user:secret@127.0.0.1:{site.Port}/a#part", default)).ShouldBe(LinkCheck.Reached);
        site.Requests.Count.ShouldBe(2);
        foreach (var request in site.Requests)
        {
            request.ShouldContain("User-Agent: PartnershipTracker/1.0");
            foreach (var text in new[] { "Cookie", "Authorization", "secret", "traceparent", "Referer", "#part" })
                request.ShouldNotContain(text, Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_server_that_takes_too_long_gives_no_result()
    {
        await using var site = new TestSite((_, _, ct) => Task.Delay(Timeout.Infinite, ct));
        using var checker = new LinkChecker(ClosedNetwork with { Timeout = TimeSpan.FromMilliseconds(300) });
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(LinkCheck.Unknown);
    }

    [Fact]
    public async Task An_endless_body_is_not_read()
    {
        var (written, ended) = (0L, new TaskCompletionSource());
        await using var site = new TestSite(
            async (request, stream, ct) =>
            {
                if (request.StartsWith("HEAD", StringComparison.Ordinal))
                {
                    await stream.WriteAsync("HTTP/1.1 405 So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
                    return;
                }

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
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(LinkCheck.Reached);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(5));
        written.ShouldBeLessThan(8_000_000, "no more than the system buffers on the way");
    }

    [Fact]
    public async Task Endless_headers_are_not_read()
    {
        await using var site = new TestSite(
            async (_, stream, ct) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 So\r\n"u8.ToArray(), ct);
                for (var header = Encoding.ASCII.GetBytes($"X: {new string('x', 1000)}\r\n"); ; )
                    await stream.WriteAsync(header, ct);
            }
        );
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync(site.Url(), default)).ShouldBe(LinkCheck.Unknown);
    }

    [Fact]
    public async Task A_link_without_a_listener_TLS_or_a_known_host_is_gone()
    {
        await using var site = TestSite.Answering(_ => 200);
        using var checker = new LinkChecker(ClosedNetwork);
        (await checker.CheckAsync("http://127.0.0.1:1/", default)).ShouldBe(LinkCheck.Gone);
        (await checker.CheckAsync($"https://127.0.0.1:{site.Port}/", default)).ShouldBe(LinkCheck.Gone);
        using var nameless = new LinkChecker(
            Public,
            (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)
        );
        (await nameless.CheckAsync("https://no-such-name.example/", default)).ShouldBe(LinkCheck.Gone);
        using var offline = new LinkChecker(
            Public,
            (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.TryAgain)
        );
        (await offline.CheckAsync("https://example.org/", default)).ShouldBe(LinkCheck.Unknown, "our own resolver does not answer");
    }

    /// <summary>127.0.0.1 stands for a public address.</summary>
    private static LinkOptions OnlyThisMachine =>
        Public with
        {
            MayVisit = address => address.Equals(IPAddress.Loopback) || PublicAddresses.Contains(address),
        };

    private static Func<string, CancellationToken, Task<IPAddress[]>> Resolving(string addresses) =>
        (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray());
}
