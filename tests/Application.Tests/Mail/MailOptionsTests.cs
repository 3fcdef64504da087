using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Mail;

namespace PartnershipTracker.Application.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData(null, null, MailSecurity.StartTls, false)]
    [InlineData("", " ", MailSecurity.StartTls, false)]
    [InlineData("none", null, MailSecurity.None, false)]
    [InlineData("StartTls", null, MailSecurity.StartTls, false)]
    [InlineData("TLS", null, MailSecurity.Tls, false)]
    [InlineData("Auto", null, MailSecurity.Auto, false)]
    [InlineData(null, "true", MailSecurity.StartTls, true)]
    [InlineData(null, "false", MailSecurity.None, true)]
    [InlineData("Tls", "false", MailSecurity.Tls, true)]
    [InlineData("None", "true", MailSecurity.None, true)]
    public void The_old_setting_counts_only_where_the_security_is_not_set(
        string? security,
        string? startTls,
        MailSecurity expected,
        bool isOld
    )
    {
        var options = Read(("Smtp:Security", security), ("Smtp:StartTls", startTls));
        options.Smtp.Security.ShouldBe(expected);
        (options.Smtp.StartTls is not null).ShouldBe(isOld);
    }

    [Theory]
    [InlineData("Smtp:Security", "SSL", "Mail:Smtp:Security is 'SSL', but must be None, StartTls, Tls or Auto.")]
    [InlineData("Smtp:Security", "2", "Mail:Smtp:Security is '2', but must be None, StartTls, Tls or Auto.")]
    [InlineData("Smtp:StartTls", "maybe", "Mail:Smtp:StartTls is 'maybe', but must be true or false.")]
    [InlineData("Smtp:Port", "0", "Mail:Smtp:Port is '0', but must be a whole number from 1 to 65535.")]
    [InlineData("Smtp:Port", "smtp", "Mail:Smtp:Port is 'smtp', but must be a whole number.")]
    [InlineData("Mode", "Smtp", "Mail:Smtp:Host is missing; Mail:Mode Smtp needs it.")]
    [InlineData("Mode", "1", "Mail:Mode is '1', but must be Pickup or Smtp.")]
    [InlineData("From", "tracker", "Mail:From is 'tracker', but must be an email address.")]
    [InlineData("From", "tracker@", "Mail:From is 'tracker@', but must be an email address.")]
    [InlineData("From", "tracker@exa mple.org", "Mail:From is 'tracker@exa mple.org', but must be an email address.")]
    [InlineData("From", "tracker@example..org", "Mail:From is 'tracker@example..org', but must be an email address.")]
    [InlineData("From", "tracker@-", "Mail:From is 'tracker@-', but must be an email address.")]
    [InlineData("From", "tracker@[127.0.0.1]", "Mail:From is 'tracker@[127.0.0.1]', but must be an email address.")]
    [InlineData("From", "Tracker <tracker>", "Mail:From is 'Tracker <tracker>', but must be an email address.")]
    [InlineData("From", "a@example.org, b@example.org", "Mail:From is 'a@example.org, b@example.org', but must be an email address.")]
    [InlineData("From", "a@b@example.org", "Mail:From is 'a@b@example.org', but must be an email address.")]
    public void An_invalid_setting_is_refused_with_one_sentence(string key, string value, string sentence) =>
        Should.Throw<ConfigurationException>(() => Read((key, value))).Message.ShouldBe(sentence);

    [Fact]
    public void A_sender_must_not_contain_a_line_break() =>
        Should.Throw<ConfigurationException>(() => Read(("From", "Tracker\r\nBcc: thief@example.org <tracker@example.org>")));

    [Theory]
    [InlineData(null, "PartnershipTracker", "tracker@localhost")]
    [InlineData("tracker@example.org", "", "tracker@example.org")]
    [InlineData("\"Tracker, the\" <tracker@mail.example.org>", "Tracker, the", "tracker@mail.example.org")]
    [InlineData("Büro <tracker@example.org>", "Büro", "tracker@example.org")]
    public void A_sender_is_a_name_and_an_address(string? from, string name, string address)
    {
        var sender = Mailbox.Parse(Read(("From", from)).From)!;
        sender.Name.ShouldBe(name);
        sender.Address.ShouldBe(address);
    }

    [Fact]
    public void Without_a_port_the_default_follows_from_the_security()
    {
        Read().Smtp.Port.ShouldBe(587);
        Read(("Smtp:Security", "Tls")).Smtp.Port.ShouldBe(465);
        Read(("Smtp:Security", "Tls"), ("Smtp:Port", "2465")).Smtp.Port.ShouldBe(2465);
    }

    private static MailOptions Read(params (string Key, string? Value)[] settings) =>
        SmtpSending.Options(settings.ToDictionary(s => "Mail:" + s.Key, s => s.Value));
}
