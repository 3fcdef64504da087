using PartnershipTracker.TestKit;
using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>How connections to a mail server are reused.</summary>
public sealed class SmtpConnectionTests
{
    [Fact]
    public async Task Mails_of_a_batch_go_over_one_connection()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        for (var i = 0; i < 5; i++)
            await mailer.SendAsync(AMail(), default);
        server.Accepted.Count.ShouldBe(5);
        server.Sessions.ShouldBe(1);
    }

    [Fact]
    public async Task Two_mails_at_once_go_over_two_connections_which_are_kept()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        using var both = new Barrier(2);
        server.BeforeMail = ct => Task.Run(() => both.SignalAndWait(ct), ct);
        await Task.WhenAll(mailer.SendAsync(AMail(), default), mailer.SendAsync(AMail(), default));
        await Task.WhenAll(mailer.SendAsync(AMail(), default), mailer.SendAsync(AMail(), default));
        server.Accepted.Count.ShouldBe(4);
        server.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task An_unused_connection_is_closed()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server) with { KeepOpen = TimeSpan.FromMilliseconds(50) });
        await mailer.SendAsync(AMail(), default);
        await Until.True("the connection is closed", () => server.EndedSessions == 1, atMost: Soon);
        await mailer.SendAsync(AMail(), default);
        server.Sessions.ShouldBe(2);
        server.Accepted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced()
    {
        await using var server = new TestSmtpServer(commandTimeout: TimeSpan.FromMilliseconds(200));
        using var mailer = Mailer(To(server));
        await mailer.SendAsync(AMail(), default);
        await Until.True("the connection is closed", () => server.EndedSessions == 1, atMost: Soon);
        await mailer.SendAsync(AMail(), default);
        server.Accepted.Count.ShouldBe(2);
        server.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_ends_a_connection_gets_the_mail_over_one_new_connection()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        await mailer.SendAsync(AMail(), default);
        server.ToSender = () => server.Sessions == 1 ? 421 : 250;
        await mailer.SendAsync(AMail(), default);
        server.Accepted.Count.ShouldBe(2);
        server.Sessions.ShouldBe(2);

        server.ToSender = () => 421;
        (await Refusal(mailer)).ShouldBe(("smtp.421", false));
        server.Sessions.ShouldBe(3);
    }

    [Fact]
    public async Task A_mail_that_a_server_has_begun_to_accept_is_not_sent_over_a_second_connection()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        await mailer.SendAsync(AMail(), default);
        server.ToRecipient = () => 421;
        (await Refusal(mailer)).ShouldBe(("smtp.421", false));
        server.Sessions.ShouldBe(1);
    }
}
