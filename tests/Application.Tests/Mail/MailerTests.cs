using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using PartnershipTracker.Application.Mail;
using PartnershipTracker.Domain.Mail;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Mail;

public sealed class MailerTests
{
    private readonly OutgoingMail _mail = new(
        "board@example.org",
        "Zürich: 3 commitments are overdue",
        "<p>Three <b>commitments</b></p>",
        "Three commitments",
        TestClock.Start
    );

    [Fact]
    public async Task A_mail_in_the_pickup_folder_is_one_complete_file_even_when_delivered_twice()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        var mailer = host.Services.GetRequiredService<IMailer>();
        await mailer.SendAsync(_mail, default);
        await mailer.SendAsync(_mail, default);

        var text = await File.ReadAllTextAsync(Directory.GetFiles(host.MailFolder).ShouldHaveSingleItem());
        text.ShouldContain("To: board@example.org");
        text.ShouldContain($"Message-ID: <{_mail.Id.Value}@", Case.Insensitive);
        text.ShouldContain("multipart/alternative");
        text.ShouldContain("text/html");
        Directory.GetDirectories(host.MailFolder).ShouldBeEmpty("nothing half-written is left");
        var file = Directory.GetFiles(host.MailFolder).Single();
        Path.GetFileName(file).ShouldBe($"{_mail.Id.Value}.eml");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, "it may hold a sign-in link");
            File.GetUnixFileMode(host.MailFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var read = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text)));
        read.Subject.ShouldBe("Zürich: 3 commitments are overdue");
        read.MessageId.ShouldBe($"{_mail.Id.Value}@localhost");
        read.HtmlBody!.Trim().ShouldBe("<p>Three <b>commitments</b></p>");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_pickup_folder_that_cannot_be_written_is_reported_and_the_mail_waits()
    {
        await using var host = await TrackerHost.StartAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(host.MailFolder, "no folder");
        var refused = await Should.ThrowAsync<MailRefusedException>(host.Services.GetRequiredService<IMailer>().SendAsync(_mail, default));
        refused.Reason.ShouldBe("mail.folder");
        refused.IsPermanent.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", true)]
    public async Task The_old_name_of_a_setting_is_logged_with_the_new_one_at_the_start(string? startTls, bool isWarned)
    {
        var log = new Lines();
        var settings = new Dictionary<string, string> { ["Mail:Smtp:Security"] = "Auto" };
        if (startTls is not null)
            settings["Mail:Smtp:StartTls"] = startTls;
        await using var host = await TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            settings,
            services =>
                services.AddLogging(logging =>
                    logging.AddProvider(log).AddFilter<Lines>("PartnershipTracker.Infrastructure.Mail", LogLevel.Warning)
                )
        );
        log.All.Count(line => line.Contains("Mail:Smtp:Security", StringComparison.Ordinal)).ShouldBe(isWarned ? 1 : 0);
    }

    [Fact]
    public async Task A_mail_is_sent_to_the_server_and_an_unreachable_server_is_reported()
    {
        using var server = new SmtpSink();
        await using var host = await StartAsync(server.Port);
        await host.Services.GetRequiredService<IMailer>().SendAsync(_mail, default);
        var conversation = await server.Conversation;
        conversation.ShouldContain("RCPT TO:<board@example.org>");
        conversation.ShouldContain("MAIL FROM:<tracker@example.org>");
        conversation.ShouldContain("multipart/alternative");

        await using var unreachable = await StartAsync(1);
        var failure = await Should.ThrowAsync<MailRefusedException>(
            unreachable.Services.GetRequiredService<IMailer>().SendAsync(_mail, default)
        );
        failure.Message.ShouldNotContain("board@example.org");
        failure.Reason.ShouldBe("smtp.notReached");
    }

    private static Task<TrackerHost> StartAsync(int port) =>
        TrackerHost.StartAsync(
            DatabaseProvider.Sqlite,
            new Dictionary<string, string>
            {
                ["Mail:Mode"] = "Smtp",
                ["Mail:From"] = "tracker@example.org",
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Mail:Smtp:StartTls"] = "false",
            }
        );

    /// <summary>Collects what is logged.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }

    /// <summary>A mail server that accepts one mail.</summary>
    private sealed class SmtpSink : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public SmtpSink()
        {
            _listener.Start();
            Conversation = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task<string> Conversation { get; }

        public void Dispose() => _listener.Dispose();

        private async Task<string> AcceptAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            var received = new StringBuilder();
            await writer.WriteLineAsync("220 sink");
            var inData = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                received.AppendLine(line);
                if (inData && line != ".")
                    continue;
                inData = line == "DATA";
                await writer.WriteLineAsync(
                    inData ? "354 go on"
                    : line == "QUIT" ? "221 bye"
                    : "250 ok"
                );
                if (line is "." or "QUIT")
                    break;
            }

            return received.ToString();
        }
    }
}
