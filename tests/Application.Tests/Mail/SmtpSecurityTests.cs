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
        using var certificate = SmtpOffice.CertificateFor("localhost");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).IsSecure(security == "Tls"));
        using var mailer = Mailer(AtLocalhost(office, security, certificate));
        await mailer.SendAsync(AMail(), default);
        await mailer.SendAsync(AMail(), default);
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
        using var mailer = Mailer(AtLocalhost(office, security));
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
        using var mailer = Mailer(AtLocalhost(office, security, certificate));
        (await Refusal(mailer)).ShouldBe(("smtp.certificate", false));
        office.Senders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing_where_encryption_is_asked_for()
    {
        await using var office = new SmtpOffice(e => e.AllowUnsecureAuthentication(true));
        using var strict = Mailer(AtLocalhost(office, "StartTls"));
        (await Refusal(strict)).ShouldBe(("smtp.noTls", false));
        using var strictest = Mailer(AtLocalhost(office, "Tls"));
        (await Refusal(strictest)).ShouldBe(("smtp.protocol", false));
        using var careful = Mailer(AtLocalhost(office, "Auto", password: "right"));
        (await Refusal(careful)).ShouldBe(("smtp.noTls", false));
        office.Senders.ShouldBeEmpty();

        using var any = Mailer(AtLocalhost(office, "Auto"));
        await any.SendAsync(AMail(), default);
        office.Taken.ShouldHaveSingleItem().IsEncrypted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_logs_in_with_the_right_password_only()
    {
        using var certificate = SmtpOffice.CertificateFor("localhost");
        await using var office = new SmtpOffice(e => e.Certificate(certificate).AuthenticationRequired(true));
        using var right = Mailer(AtLocalhost(office, "StartTls", certificate, "right"));
        await right.SendAsync(AMail(), default);
        office.Taken.ShouldHaveSingleItem().User.ShouldBe("tracker");

        using var wrong = Mailer(AtLocalhost(office, "StartTls", certificate, "wrong"));
        (await Refusal(wrong)).ShouldBe(("smtp.authentication", false));
        using var nobody = Mailer(AtLocalhost(office, "StartTls", certificate));
        (await Refusal(nobody)).ShouldBe(("smtp.authentication", false));
        office.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_login_that_the_server_does_not_know_is_said_so()
    {
        await using var office = new SmtpOffice();
        using var mailer = Mailer(AtLocalhost(office, "None", password: "right"));
        (await Refusal(mailer)).ShouldBe(("smtp.authentication", false));
    }

    private static MailOptions AtLocalhost(SmtpOffice office, string security, X509Certificate2? trusted = null, string? password = null)
    {
        (string, string)[] login = password is null ? [] : [("Smtp:User", "tracker"), ("Smtp:Password", password)];
        var options = To(office, [("Smtp:Host", "localhost"), ("Smtp:Security", security), .. login]);
        return trusted is null ? options : options with { Trusts = Trusting(trusted) };
    }

    /// <summary>As if a root that the system knows had signed this one: its name must fit all the same.</summary>
    private static RemoteCertificateValidationCallback Trusting(X509Certificate2 one) => (_, certificate, _, errors) =>
        (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
        && certificate!.GetCertHashString() == one.GetCertHashString();
}
