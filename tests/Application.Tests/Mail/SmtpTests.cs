using System.Net;
using System.Net.Sockets;
using System.Text;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.TestKit;
using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>What a mail server accepts and what it refuses.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task A_mail_arrives_as_html_and_text_and_is_the_same_mail_when_it_is_sent_again()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        var mail = AMail();
        await mailer.SendAsync(mail, default);
        await mailer.SendAsync(mail, default);

        server.Accepted.Count.ShouldBe(2);
        server.Senders.ShouldAllBe(s => s == "tracker@example.org");
        foreach (var message in server.Accepted.Select(l => l.Message))
        {
            message.MessageId.ShouldBe($"{mail.Id.Value}@example.org");
            message.Date.ShouldBe(TestClock.Start);
            message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
            message.To.ToString().ShouldBe("board@example.org");
            message.Body!.ContentType.MimeType.ShouldBe("multipart/alternative");
            message.TextBody!.Trim().ShouldBe("Three commitments, été");
            message.HtmlBody!.Trim().ShouldBe("<p>Three <b>commitments</b>, été</p>");
        }
    }

    [Fact]
    public async Task A_line_break_in_a_subject_starts_no_header()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        await mailer.SendAsync(AMail("Zürich: 3 commitments\r\nBcc: thief@example.org\nX-Other: 1\r\n\r\nand a body"), default);

        var message = server.Accepted.ShouldHaveSingleItem().Message;
        message.Subject.ShouldBe("Zürich: 3 commitments  Bcc: thief@example.org X-Other: 1    and a body");
        string[] fields = ["Auto-Submitted", "Date", "From", "Message-Id", "MIME-Version", "Subject", "To"];
        message.Headers.Select(h => h.Field).ShouldBe(fields, ignoreOrder: true);
        message.TextBody!.Trim().ShouldBe("Three commitments, été");
    }

    [Fact]
    public async Task A_subject_and_a_name_arrive_as_they_were_written()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server, ("From", "Büro für Übersicht, 你好 <tracker@example.org>")));
        const string subject = "42 обіцянки: «Здоров'я для всіх» — пізно, 你好, and more words than one line of a header holds";
        await mailer.SendAsync(AMail(subject), default);

        var received = server.Accepted.ShouldHaveSingleItem();
        received.Message.Subject.ShouldBe(subject);
        received.Message.From.Mailboxes.ShouldHaveSingleItem().Name.ShouldBe("Büro für Übersicht, 你好");
        received.Source.ShouldAllBe(c => c < 128, "every server accepts it");
    }

    [Theory]
    [InlineData(550, true)]
    [InlineData(553, true)]
    [InlineData(554, true)]
    [InlineData(501, true)]
    [InlineData(503, false)]
    [InlineData(450, false)]
    [InlineData(452, false)]
    public async Task A_refused_recipient_is_reported_only_by_the_status_and_the_next_mail_is_sent(int status, bool isPermanent)
    {
        await using var server = new TestSmtpServer { ToRecipient = () => status };
        using var mailer = Mailer(To(server));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", isPermanent));

        server.ToRecipient = () => 250;
        await mailer.SendAsync(AMail(), default);
        server.Accepted.ShouldHaveSingleItem();
        server.Sessions.ShouldBe(1);
    }

    [Theory]
    [InlineData(550)]
    [InlineData(553)]
    [InlineData(451)]
    public async Task A_refused_sender_is_a_configuration_error_and_the_mail_waits_for_the_operator(int status)
    {
        await using var server = new TestSmtpServer { ToSender = () => status };
        using var mailer = Mailer(To(server));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", false));
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_refused_permanently_even_when_the_status_answers_the_sender()
    {
        await using var server = new TestSmtpServer { ToSender = () => 552 };
        using var mailer = Mailer(To(server));
        (await Refusal(mailer)).ShouldBe(("smtp.552", true));
    }

    [Theory]
    [InlineData(554, true)]
    [InlineData(451, false)]
    public async Task Refused_content_is_refused_permanently_or_for_now_as_the_server_says(int status, bool isPermanent)
    {
        await using var server = new TestSmtpServer { ToMail = () => status };
        using var mailer = Mailer(To(server));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", isPermanent));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_accepted_later()
    {
        await using var server = new TestSmtpServer { ToRecipient = () => 451 };
        using var mailer = Mailer(To(server));
        var mail = AMail();
        (await Refusal(mailer, mail)).ShouldBe(("smtp.451", false));
        server.ToRecipient = () => 250;
        await mailer.SendAsync(mail, default);
        server.Accepted.ShouldHaveSingleItem().Message.MessageId.ShouldBe($"{mail.Id.Value}@example.org");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org\r\nRCPT TO:<thief@example.org>")]
    public async Task An_invalid_recipient_is_refused_permanently_without_contacting_the_server(string recipient)
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(To(server));
        var mail = new OutgoingMail(recipient, "Report", "<p>Report</p>", "Report", TestClock.Start);
        (await Refusal(mailer, mail)).ShouldBe(("mail.address", true));
        server.Sessions.ShouldBe(0);
    }

    [Fact]
    public async Task An_unreachable_server_is_reported()
    {
        using var mailer = Mailer(To(1));
        (await Refusal(mailer)).ShouldBe(("smtp.notReached", false));
        using var nameless = Mailer(To(25, ("Smtp:Host", "mail.invalid")));
        (await Refusal(nameless)).ShouldBe(("smtp.notReached", false));
    }

    [Theory]
    [InlineData("554 go away board@example.org\r\n", "smtp.554")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "smtp.protocol")]
    [InlineData("", "smtp.protocol")]
    public async Task A_server_that_refuses_the_connection_refuses_no_mail_permanently(string greeting, string reason)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var mailer = Mailer(To(PortOf(listener)));
        var refusal = Refusal(mailer);
        using (var client = await listener.AcceptTcpClientAsync().WaitAsync(Soon))
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(greeting));
        (await refusal).ShouldBe((reason, false));
    }
}
