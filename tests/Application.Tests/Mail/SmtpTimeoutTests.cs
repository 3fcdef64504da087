using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>How long the program waits for a mail server.</summary>
public sealed class SmtpTimeoutTests
{
    [Fact]
    public async Task A_server_that_hangs_during_a_mail_is_given_up_after_the_timeout()
    {
        await using var server = new TestSmtpServer { BeforeMail = ct => Task.Delay(Timeout.Infinite, ct) };
        using var mailer = Mailer(To(server) with { Timeout = TimeSpan.FromSeconds(2) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));

        server.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(AMail(), default);
        server.Sessions.ShouldBe(2, "the state of the first connection is unknown");
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task A_server_that_never_answers_is_given_up_after_the_timeout(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Smtp:Security", security)) with { Timeout = TimeSpan.FromMilliseconds(300) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task A_program_that_stops_does_not_wait_for_a_server_that_never_answers(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Smtp:Security", security)) with { Timeout = TimeSpan.FromMinutes(5) });
        using var stop = new CancellationTokenSource();
        var sending = mailer.SendAsync(AMail(), stop.Token);
        (await silent.AcceptTcpClientAsync().WaitAsync(Soon)).ShouldNotBeNull();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_program_that_stops_does_not_wait_for_a_server_that_hangs_during_a_mail_or_a_sign_off()
    {
        await using var server = new TestSmtpServer();
        var mailer = Mailer(To(server) with { Timeout = TimeSpan.FromMinutes(5) });
        await mailer.SendAsync(AMail(), default);
        using var stop = new CancellationTokenSource();
        server.BeforeMail = async ct =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };
        await Should.ThrowAsync<OperationCanceledException>(mailer.SendAsync(AMail(), stop.Token).WaitAsync(Soon));

        server.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(AMail(), default);
        var watch = Stopwatch.StartNew();
        mailer.Dispose();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await Until.True("the connection is closed", () => server.EndedSessions == 1, atMost: Soon);
    }
}
