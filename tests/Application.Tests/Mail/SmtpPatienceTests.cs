using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>How long a server is waited for.</summary>
public sealed class SmtpPatienceTests
{
    [Fact]
    public async Task A_server_that_hangs_over_a_mail_is_waited_for_no_longer_than_our_patience()
    {
        await using var office = new SmtpOffice { BeforeMail = ct => Task.Delay(Timeout.Infinite, ct) };
        using var mailer = Mailer(To(office) with { Patience = TimeSpan.FromSeconds(2) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));

        office.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(AMail(), default);
        office.Sessions.ShouldBe(2, "nobody knows where the first conversation stands");
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task So_is_one_that_never_says_a_word(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Smtp:Security", security)) with { Patience = TimeSpan.FromMilliseconds(300) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task A_program_that_ends_waits_for_no_server(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Smtp:Security", security)) with { Patience = TimeSpan.FromMinutes(5) });
        using var stop = new CancellationTokenSource();
        var sending = mailer.SendAsync(AMail(), stop.Token);
        (await silent.AcceptTcpClientAsync().WaitAsync(Soon)).ShouldNotBeNull();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending.WaitAsync(Soon));
    }

    [Fact]
    public async Task Nor_for_one_that_hangs_over_a_mail_or_a_goodbye()
    {
        await using var office = new SmtpOffice();
        var mailer = Mailer(To(office) with { Patience = TimeSpan.FromMinutes(5) });
        await mailer.SendAsync(AMail(), default);
        using var stop = new CancellationTokenSource();
        office.BeforeMail = async ct =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };
        await Should.ThrowAsync<OperationCanceledException>(mailer.SendAsync(AMail(), stop.Token).WaitAsync(Soon));

        office.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(AMail(), default);
        var watch = Stopwatch.StartNew();
        mailer.Dispose();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await Until(() => office.EndedSessions == 1);
    }
}
