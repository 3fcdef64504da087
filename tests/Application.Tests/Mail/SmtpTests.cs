using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Mail;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>How mail is handed to a server.</summary>
public sealed class SmtpTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_mail_arrives_as_html_and_text_and_is_the_same_mail_when_it_is_sent_again()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        var mail = Mail();
        await mailer.SendAsync(mail, default);
        await mailer.SendAsync(mail, default);

        office.Taken.Count.ShouldBe(2);
        office.Senders.ShouldAllBe(s => s == "tracker@example.org");
        foreach (var message in office.Taken.Select(l => l.Message))
        {
            message.MessageId.ShouldBe($"{mail.Id.Value}@example.org");
            message.Date.ShouldBe(TestClock.Start);
            message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
            message.To.ToString().ShouldBe("board@example.org");
            message.Body!.ContentType.MimeType.ShouldBe("multipart/alternative");
            message.TextBody!.Trim().ShouldBe("Three promises, été");
            message.HtmlBody!.Trim().ShouldBe("<p>Three <b>promises</b>, été</p>");
        }
    }

    [Fact]
    public async Task A_line_break_in_a_subject_begins_no_header()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(Mail("Zürich: 3 promises\r\nBcc: thief@example.org\nX-Other: 1\r\n\r\nand a body"), default);

        var message = office.Taken.ShouldHaveSingleItem().Message;
        message.Subject.ShouldBe("Zürich: 3 promises  Bcc: thief@example.org X-Other: 1    and a body");
        message.Headers.Select(h => h.Field).ShouldBe(["Auto-Submitted", "Date", "From", "Message-Id", "MIME-Version", "Subject", "To"], ignoreOrder: true);
        message.TextBody!.Trim().ShouldBe("Three promises, été");
    }

    [Fact]
    public async Task A_subject_and_a_name_arrive_as_they_were_written()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office, ("Mail:From", "Büro für Übersicht, 你好 <tracker@example.org>")));
        const string subject = "42 обіцянки: «Здоров'я для всіх» — пізно, 你好, and many more words so that one line of a header is not enough for all of it";
        await mailer.SendAsync(Mail(subject), default);

        var letter = office.Taken.ShouldHaveSingleItem();
        letter.Message.Subject.ShouldBe(subject);
        letter.Message.From.Mailboxes.ShouldHaveSingleItem().Name.ShouldBe("Büro für Übersicht, 你好");
        letter.Source.ShouldAllBe(c => c < 128, "any server can carry it");
    }

    [Fact]
    public async Task Mails_of_a_batch_go_over_one_connection()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        for (var i = 0; i < 5; i++) await mailer.SendAsync(Mail(), default);
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
        await Task.WhenAll(mailer.SendAsync(Mail(), default), mailer.SendAsync(Mail(), default));
        both.Reset(2);
        await Task.WhenAll(mailer.SendAsync(Mail(), default), mailer.SendAsync(Mail(), default));
        office.Taken.Count.ShouldBe(4);
        office.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_nobody_needs_is_closed()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office) with { KeepOpen = TimeSpan.FromMilliseconds(50) });
        await mailer.SendAsync(Mail(), default);
        await Until(() => office.EndedSessions == 1);
        await mailer.SendAsync(Mail(), default);
        office.Sessions.ShouldBe(2);
        office.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced()
    {
        await using var office = new SmtpOffice(ofSession: TimeSpan.FromMilliseconds(200));
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(Mail(), default);
        await Until(() => office.EndedSessions == 1);
        await mailer.SendAsync(Mail(), default);
        office.Taken.Count.ShouldBe(2);
        office.Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_takes_no_more_over_one_connection_gets_the_rest_over_another_once()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        await mailer.SendAsync(Mail(), default);
        office.ToSender = () => office.Sessions == 1 ? 421 : 250;
        await mailer.SendAsync(Mail(), default);
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
        await mailer.SendAsync(Mail(), default);
        office.ToRecipient = () => 421;
        (await Refusal(mailer)).ShouldBe(("smtp.421", false));
        office.Sessions.ShouldBe(1);
    }

    [Theory]
    [InlineData(550, true)]
    [InlineData(553, true)]
    [InlineData(554, true)]
    [InlineData(501, true)]
    [InlineData(503, false)]
    [InlineData(450, false)]
    [InlineData(452, false)]
    public async Task A_refused_recipient_is_named_by_the_status_alone_and_the_next_mail_goes_out(int status, bool isPermanent)
    {
        await using var office = new SmtpOffice { ToRecipient = () => status };
        using var mailer = Mailer(To(office));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", isPermanent));

        office.ToRecipient = () => 250;
        await mailer.SendAsync(Mail(), default);
        office.Taken.ShouldHaveSingleItem();
        office.Sessions.ShouldBe(1);
    }

    [Theory]
    [InlineData(550)]
    [InlineData(553)]
    [InlineData(451)]
    public async Task A_refused_sender_is_our_configuration_and_the_mail_may_wait_for_the_operator(int status)
    {
        await using var office = new SmtpOffice { ToSender = () => status };
        using var mailer = Mailer(To(office));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", false));
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_refused_for_good_although_the_sender_is_what_is_answered()
    {
        await using var office = new SmtpOffice { ToSender = () => 552 };
        using var mailer = Mailer(To(office));
        (await Refusal(mailer)).ShouldBe(("smtp.552", true));
    }

    [Theory]
    [InlineData(554, true)]
    [InlineData(451, false)]
    public async Task A_refused_content_is_refused_as_the_server_says(int status, bool isPermanent)
    {
        await using var office = new SmtpOffice { ToMail = () => status };
        using var mailer = Mailer(To(office));
        (await Refusal(mailer)).ShouldBe(($"smtp.{status}", isPermanent));
    }

    [Fact]
    public async Task What_is_refused_for_now_is_taken_later()
    {
        await using var office = new SmtpOffice { ToRecipient = () => 451 };
        using var mailer = Mailer(To(office));
        var mail = Mail();
        (await Refusal(mailer, mail)).ShouldBe(("smtp.451", false));
        office.ToRecipient = () => 250;
        await mailer.SendAsync(mail, default);
        office.Taken.ShouldHaveSingleItem().Message.MessageId.ShouldBe($"{mail.Id.Value}@example.org");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org\r\nRCPT TO:<thief@example.org>")]
    public async Task A_recipient_that_is_no_address_is_refused_for_good_before_the_server_hears_of_it(string recipient)
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office));
        (await Refusal(mailer, new OutgoingMail(recipient, "Report", "<p>Report</p>", "Report", TestClock.Start))).ShouldBe(("mail.address", true));
        office.Sessions.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_hangs_over_a_mail_is_waited_for_no_longer_than_our_patience()
    {
        await using var office = new SmtpOffice { BeforeMail = ct => Task.Delay(Timeout.Infinite, ct) };
        using var mailer = Mailer(To(office) with { Patience = TimeSpan.FromMilliseconds(300) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));

        office.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(Mail(), default);
        office.Sessions.ShouldBe(2, "nobody knows where the first conversation stands");
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task So_is_one_that_never_says_a_word(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Mail:Smtp:Security", security)) with { Patience = TimeSpan.FromMilliseconds(300) });
        (await Refusal(mailer)).ShouldBe(("smtp.timeout", false));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Tls")]
    public async Task A_program_that_ends_waits_for_no_server(string security)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var mailer = Mailer(To(PortOf(silent), ("Mail:Smtp:Security", security)) with { Patience = TimeSpan.FromMinutes(5) });
        using var stop = new CancellationTokenSource();
        var sending = mailer.SendAsync(Mail(), stop.Token);
        (await silent.AcceptTcpClientAsync().WaitAsync(Soon)).ShouldNotBeNull();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending.WaitAsync(Soon));
    }

    [Fact]
    public async Task Nor_for_one_that_hangs_over_a_mail_or_a_goodbye()
    {
        await using var office = new SmtpOffice();
        var mailer = Mailer(To(office) with { Patience = TimeSpan.FromMinutes(5) });
        await mailer.SendAsync(Mail(), default);
        using var stop = new CancellationTokenSource();
        office.BeforeMail = async ct =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };
        await Should.ThrowAsync<OperationCanceledException>(mailer.SendAsync(Mail(), stop.Token).WaitAsync(Soon));

        office.BeforeMail = _ => Task.CompletedTask;
        await mailer.SendAsync(Mail(), default);
        var watch = Stopwatch.StartNew();
        mailer.Dispose();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        await Until(() => office.EndedSessions == 1);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    [InlineData("Auto")]
    public async Task Mail_is_encrypted_with_a_server_whose_certificate_is_trusted(string security)
    {
        using var certificate = SmtpOffice.CertificateFor("localhost");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(To(office, ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Security", security)) with { Trusts = Trusting(certificate) });
        await mailer.SendAsync(Mail(), default);
        await mailer.SendAsync(Mail(), default);
        office.Taken.Count.ShouldBe(2);
        office.Taken.ShouldAllBe(l => l.IsEncrypted);
        office.Sessions.ShouldBe(1);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    [InlineData("Auto")]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_anything_is_said(string security)
    {
        using var certificate = SmtpOffice.CertificateFor("localhost");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(To(office, ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Security", security)));
        (await Refusal(mailer)).ShouldBe(("smtp.certificate", false));
        office.Senders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task So_is_one_for_another_host(string security)
    {
        using var certificate = SmtpOffice.CertificateFor("mail.example.org");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(To(office, ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Security", security)) with { Trusts = Trusting(certificate) });
        (await Refusal(mailer)).ShouldBe(("smtp.certificate", false));
        office.Senders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing_where_encryption_is_asked_for()
    {
        await using var office = new SmtpOffice(e => e.AllowUnsecureAuthentication(true));
        using (var strict = Mailer(To(office, ("Mail:Smtp:Security", "StartTls")))) (await Refusal(strict)).ShouldBe(("smtp.noTls", false));
        using (var implicitly = Mailer(To(office, ("Mail:Smtp:Security", "Tls")))) (await Refusal(implicitly)).ShouldBe(("smtp.protocol", false));
        using (var careful = Mailer(To(office, ("Mail:Smtp:Security", "Auto"), ("Mail:Smtp:User", "tracker"), ("Mail:Smtp:Password", "right"))))
            (await Refusal(careful)).ShouldBe(("smtp.noTls", false));
        office.Senders.ShouldBeEmpty();

        using var any = Mailer(To(office, ("Mail:Smtp:Security", "Auto")));
        await any.SendAsync(Mail(), default);
        office.Taken.ShouldHaveSingleItem().IsEncrypted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_logs_in_with_the_right_password_only()
    {
        using var certificate = SmtpOffice.CertificateFor("localhost");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).AuthenticationRequired(true));
        using (var right = Mailer(WithLogin("right")))
            await right.SendAsync(Mail(), default);
        office.Taken.ShouldHaveSingleItem().User.ShouldBe("tracker");

        using (var wrong = Mailer(WithLogin("wrong"))) (await Refusal(wrong)).ShouldBe(("smtp.authentication", false));
        using (var nobody = Mailer(To(office, ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Security", "StartTls")) with { Trusts = Trusting(certificate) }))
            (await Refusal(nobody)).ShouldBe(("smtp.authentication", false));
        office.Taken.ShouldHaveSingleItem();

        MailOptions WithLogin(string password) => To(
            office, ("Mail:Smtp:Host", "localhost"), ("Mail:Smtp:Security", "StartTls"), ("Mail:Smtp:User", "tracker"), ("Mail:Smtp:Password", password)) with
        {
            Trusts = Trusting(certificate),
        };
    }

    [Fact]
    public async Task A_login_that_the_server_does_not_know_is_said_so()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(To(office, ("Mail:Smtp:User", "tracker"), ("Mail:Smtp:Password", "right")));
        (await Refusal(mailer)).ShouldBe(("smtp.authentication", false));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so()
    {
        using var mailer = Mailer(To(1));
        (await Refusal(mailer)).ShouldBe(("smtp.notReached", false));
        using var nameless = Mailer(To(25, ("Mail:Smtp:Host", "mail.invalid")));
        (await Refusal(nameless)).ShouldBe(("smtp.notReached", false));
    }

    [Theory]
    [InlineData("554 go away board@example.org\r\n", "smtp.554")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "smtp.protocol")]
    [InlineData("", "smtp.protocol")]
    public async Task One_that_speaks_to_nobody_refuses_no_mail_for_good(string greeting, string reason)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var mailer = Mailer(To(PortOf(listener)));
        var refusal = Refusal(mailer);
        using (var client = await listener.AcceptTcpClientAsync().WaitAsync(Soon)) await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(greeting));
        (await refusal).ShouldBe((reason, false));
    }

    private static OutgoingMail Mail(string subject = "3 promises are late") =>
        new("board@example.org", subject, "<p>Three <b>promises</b>, été</p>", "Three promises, été", TestClock.Start);

    private static Mailer Mailer(MailOptions options) => new(options, NullLogger<Mailer>.Instance);

    private static MailOptions To(SmtpOffice office, params (string Key, string Value)[] settings) => To(office.Port, settings);

    private static MailOptions To(int port, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Mail:Mode"] = "Smtp",
            ["Mail:From"] = "tracker@example.org",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = "None",
        };
        foreach (var (key, value) in settings) all[key] = value;
        return MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }

    /// <summary>As if a root that the system knows had signed this one: its name must fit all the same.</summary>
    private static RemoteCertificateValidationCallback Trusting(X509Certificate2 one) => (_, certificate, _, errors) =>
        (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && certificate!.GetCertHashString() == one.GetCertHashString();

    private static async Task<(string Reason, bool IsPermanent)> Refusal(Mailer mailer, OutgoingMail? mail = null)
    {
        var refused = await Should.ThrowAsync<MailRefusedException>(mailer.SendAsync(mail ?? Mail(), default).WaitAsync(Soon));
        refused.ToString().ShouldNotContain("board@example.org");
        refused.Message.ShouldBe(refused.Reason);
        return (refused.Reason, refused.IsPermanent);
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task Until(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Soon);
        while (!condition()) await Task.Delay(10, deadline.Token);
    }
}
