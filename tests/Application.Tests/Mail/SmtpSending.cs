using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Configuration;
using PartnershipTracker.Infrastructure.Mail;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>What the tests with a mail server share.</summary>
internal static class SmtpSending
{
    /// <summary>The limit for what must happen at once, even on a busy machine.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static OutgoingMail AMail(string subject = "3 commitments are overdue") =>
        new("board@example.org", subject, "<p>Three <b>commitments</b>, été</p>", "Three commitments, été", TestClock.Start);

    public static Mailer Mailer(MailOptions options) => new(options, NullLogger<Mailer>.Instance);

    public static MailOptions To(TestSmtpServer server, params (string Key, string Value)[] settings) => To(server.Port, settings);

    public static MailOptions To(int port, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Mail:Mode"] = "Smtp",
            ["Mail:From"] = "tracker@example.org",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = "None",
        };
        foreach (var (key, value) in settings)
            all["Mail:" + key] = value;
        return Options(all);
    }

    /// <exception cref="ConfigurationException">A setting is invalid.</exception>
    public static MailOptions Options(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection()
            .AddMail()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<MailOptions>();
    }

    public static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How a mail is refused. No text of the refusal may contain the recipient.</summary>
    public static async Task<(string Reason, bool IsPermanent)> Refusal(Mailer mailer, OutgoingMail? mail = null)
    {
        var refused = await Should.ThrowAsync<MailRefusedException>(mailer.SendAsync(mail ?? AMail(), default).WaitAsync(Soon));
        refused.ToString().ShouldNotContain("board@example.org");
        refused.Message.ShouldBe(refused.Reason);
        return (refused.Reason, refused.IsPermanent);
    }
}
