using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using PartnershipTracker.Infrastructure.Mail;
using static PartnershipTracker.Application.Tests.Mail.SmtpSending;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>Certificates, encryption and logins.</summary>
public sealed class SmtpSecurityTests
{
    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    [InlineData("Auto")]
    public async Task Mail_is_encrypted_with_a_server_whose_certificate_is_trusted(string security)
    {
        using var certificate = TestSmtpServer.CertificateFor("localhost");
        await using var server = new TestSmtpServer(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(AtLocalhost(server, security, certificate));
        await mailer.SendAsync(AMail(), default);
        await mailer.SendAsync(AMail(), default);
        server.Accepted.Count.ShouldBe(2);
        server.Accepted.ShouldAllBe(l => l.IsEncrypted);
        server.Sessions.ShouldBe(1);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    [InlineData("Auto")]
    public async Task An_untrusted_certificate_is_refused_before_anything_is_sent(string security)
    {
        using var certificate = TestSmtpServer.CertificateFor("localhost");
        await using var server = new TestSmtpServer(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(AtLocalhost(server, security));
        (await Refusal(mailer)).ShouldBe(("smtp.certificate", false));
        server.Senders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task A_certificate_for_another_host_is_refused_before_anything_is_sent(string security)
    {
        using var certificate = TestSmtpServer.CertificateFor("mail.example.org");
        await using var server = new TestSmtpServer(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(AtLocalhost(server, security, certificate));
        (await Refusal(mailer)).ShouldBe(("smtp.certificate", false));
        server.Senders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing_where_encryption_is_required()
    {
        await using var server = new TestSmtpServer(e => e.AllowUnsecureAuthentication(true));
        using var strict = Mailer(AtLocalhost(server, "StartTls"));
        (await Refusal(strict)).ShouldBe(("smtp.noTls", false));
        using var strictest = Mailer(AtLocalhost(server, "Tls"));
        (await Refusal(strictest)).ShouldBe(("smtp.protocol", false));
        using var careful = Mailer(AtLocalhost(server, "Auto", password: "right"));
        (await Refusal(careful)).ShouldBe(("smtp.noTls", false));
        server.Senders.ShouldBeEmpty();

        using var any = Mailer(AtLocalhost(server, "Auto"));
        await any.SendAsync(AMail(), default);
        server.Accepted.ShouldHaveSingleItem().IsEncrypted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_logs_in_with_the_right_password_only()
    {
        using var certificate = TestSmtpServer.CertificateFor("localhost");
        await using var server = new TestSmtpServer(e => e.Certificate(certificate).AuthenticationRequired(true));
        using var right = Mailer(AtLocalhost(server, "StartTls", certificate, "right"));
        await right.SendAsync(AMail(), default);
        server.Accepted.ShouldHaveSingleItem().User.ShouldBe("tracker");

        using var wrong = Mailer(AtLocalhost(server, "StartTls", certificate, "wrong"));
        (await Refusal(wrong)).ShouldBe(("smtp.authentication", false));
        using var anonymous = Mailer(AtLocalhost(server, "StartTls", certificate));
        (await Refusal(anonymous)).ShouldBe(("smtp.authentication", false));
        server.Accepted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_login_that_the_server_does_not_support_is_reported()
    {
        await using var server = new TestSmtpServer();
        using var mailer = Mailer(AtLocalhost(server, "None", password: "right"));
        (await Refusal(mailer)).ShouldBe(("smtp.authentication", false));
    }

    private static MailOptions AtLocalhost(
        TestSmtpServer server,
        string security,
        X509Certificate2? trusted = null,
        string? password = null
    )
    {
        (string, string)[] login = password is null ? [] : [("Smtp:User", "tracker"), ("Smtp:Password", password)];
        var options = To(server, [("Smtp:Host", "localhost"), ("Smtp:Security", security), .. login]);
        return trusted is null ? options : options with { Trusts = Trusting(trusted) };
    }

    /// <summary>Trusts this certificate as if a known root had signed it; its name must still match.</summary>
    private static RemoteCertificateValidationCallback Trusting(X509Certificate2 trusted) =>
        (_, certificate, _, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && certificate!.GetCertHashString() == trusted.GetCertHashString();
}
