using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>How connections to a server are used again.</summary>
public sealed class SmtpConnectionTests
{
    [Fact]
    public async Task Mails_of_a_batch_go_over_one_connection()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        for (var i = 0; i < 5; i++) await mailer.SendAsync(AMail(), default);
        office.Taken.Count.ShouldBe(5);
        office.Sessions.ShouldBe(1);
    }

    [Fact]
    public async Task Two_mails_at_once_go_over_two_connections_which_are_kept()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        using var both = new CountdownEvent(2);
        office.BeforeMail = async ct =>
        {
            both.Signal();
            while (!both.IsSet) await Task.Delay(5, ct);
        };
        await Task.WhenAll(mailer.SendAsync(AMail(), default), mailer.SendAsync(AMail(), default));
        both.Reset(2);
        await Task.WhenAll(mailer.SendAsync(AMail(), default), mailer.SendAsync(AMail(), default));
        office.Taken.Count.ShouldBe(4);
        office.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_nobody_needs_is_closed()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office) with { KeepOpen = TimeSpan.FromMilliseconds(50) });
        await mailer.SendAsync(AMail(), default);
        await Until(() => office.EndedSessions == 1);
        await mailer.SendAsync(AMail(), default);
        office.Sessions.ShouldBe(2);
        office.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced()
    {
        await using var office = new SmtpOffice(ofSession: TimeSpan.FromMilliseconds(200));
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(AMail(), default);
        await Until(() => office.EndedSessions == 1);
        await mailer.SendAsync(AMail(), default);
        office.Taken.Count.ShouldBe(2);
        office.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_takes_no_more_over_one_connection_gets_the_rest_over_another_once()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(AMail(), default);
        office.ToSender = () => office.Sessions == 1 ? 421 : 250;
        await mailer.SendAsync(AMail(), default);
        office.Taken.Count.ShouldBe(2);
        office.Sessions.ShouldBe(2);

        office.ToSender = () => 421;
        (await Refusal(mailer)).ShouldBe(("smtp.421", false));
        office.Sessions.ShouldBe(3);
    }

    [Fact]
    public async Task A_mail_that_a_server_has_begun_to_take_is_not_sent_over_a_second_connection()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(AMail(), default);
        office.ToRecipient = () => 421;
        (await Refusal(mailer)).ShouldBe(("smtp.421", false));
        office.Sessions.ShouldBe(1);
    }
}
