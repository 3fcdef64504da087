using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PartnershipTracker.Application.Tests.Mail;

/// <summary>A mail server on this machine that answers as a test says.</summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <param name="commandTimeout">How long it waits for the next command.</param>
    public TestSmtpServer(Action<EndpointDefinitionBuilder>? endpoint = null, TimeSpan? commandTimeout = null)
    {
        var port = new TaskCompletionSource<int>();
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, e) => port.SetResult(((IPEndPoint)e.LocalEndPoint).Port);
        var services = new ServiceProvider();
        services.Add(listeners);
        services.Add(new Filter(this));
        services.Add(new Store(this));
        services.Add(new DelegatingUserAuthenticator((user, password) => (user, password) == ("tracker", "right")));
        var options = new SmtpServerOptionsBuilder()
            .ServerName("server")
            .CommandWaitTimeout(commandTimeout ?? TimeSpan.FromMinutes(1))
            .Endpoint(e =>
            {
                e.Endpoint(new IPEndPoint(IPAddress.Loopback, 0));
                endpoint?.Invoke(e);
            })
            .Build();
        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, _) => Interlocked.Increment(ref _started);
        server.SessionCompleted += (_, _) => Interlocked.Increment(ref _ended);
        server.SessionFaulted += (_, _) => Interlocked.Increment(ref _ended);
        server.SessionCancelled += (_, _) => Interlocked.Increment(ref _ended);
        _running = server.StartAsync(_stop.Token);
        Port = port.Task.GetAwaiter().GetResult();
    }

    private int _started;
    private int _ended;

    public int Port { get; }

    public int Sessions => Volatile.Read(ref _started);

    public int EndedSessions => Volatile.Read(ref _ended);

    /// <summary>The answer to a sender; 250 accepts it.</summary>
    public Func<int> ToSender { get; set; } = () => 250;

    public Func<int> ToRecipient { get; set; } = () => 250;

    public Func<int> ToMail { get; set; } = () => 250;

    /// <summary>What happens before a mail is answered.</summary>
    public Func<CancellationToken, Task> BeforeMail { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every sender that was announced, refused ones too.</summary>
    public ConcurrentQueue<string> Senders { get; } = new();

    public ConcurrentQueue<Received> Accepted { get; } = new();

    public static X509Certificate2 CertificateFor(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    /// <summary>Repeats the address, as real servers do.</summary>
    private static SmtpResponse AnswerOf(int code, string about) => new((SmtpReplyCode)code, $"no <{about}>");

    private static void MustBe250(int code, string about)
    {
        if (code != 250)
            throw new SmtpResponseException(AnswerOf(code, about), quit: code == 421);
    }

    /// <param name="User">Who was logged in.</param>
    internal sealed record Received(MimeMessage Message, string Source, bool IsEncrypted, string? User);

    private sealed class Filter(TestSmtpServer owner) : MailboxFilter
    {
        public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken)
        {
            owner.Senders.Enqueue(from.AsAddress());
            MustBe250(owner.ToSender(), from.AsAddress());
            return Task.FromResult(true);
        }

        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancellationToken
        )
        {
            MustBe250(owner.ToRecipient(), to.AsAddress());
            return Task.FromResult(true);
        }
    }

    private sealed class Store(TestSmtpServer owner) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            var bytes = buffer.ToArray();
            await owner.BeforeMail(cancellationToken);
            if (owner.ToMail() is var code and not 250)
                return AnswerOf(code, transaction.To[0].AsAddress());
            var user = context.Authentication.IsAuthenticated ? context.Authentication.User : null;
            var message = await MimeMessage.LoadAsync(new MemoryStream(bytes), cancellationToken);
            owner.Accepted.Enqueue(new Received(message, Encoding.Latin1.GetString(bytes), context.Pipe.IsSecure, user));
            return SmtpResponse.Ok;
        }
    }
}
