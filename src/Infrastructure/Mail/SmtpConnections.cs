using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using PartnershipTracker.Application.Mail;

namespace PartnershipTracker.Infrastructure.Mail;

/// <summary>
/// Sends mail to the server. A connection stays open for the next mail of a batch and is closed when none follows for a few seconds.
/// </summary>
internal sealed partial class SmtpConnections(MailOptions options, ILogger logger) : IDisposable
{
    private const int MaxIdle = 2;
    private static readonly TimeSpan ForGoodbye = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<(SmtpConnection Connection, Timer Timer)> _idle = [];
    private bool _isClosed;

    /// <exception cref="MailRefusedException">The server did not accept the mail.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        if (TakeIdle() is { } idle)
        {
            try
            {
                await HandOverAsync(idle, message, ct);
                return;
            }
            catch (Exception e) when (idle.WasStale(e))
            {
                // The mail is sent over a new connection.
            }
            catch (Exception e) when (SmtpRefusals.WhileHandingOver(e) is { } refused)
            {
                throw refused;
            }
        }

        var connection = await OpenAsync(ct);
        try
        {
            await HandOverAsync(connection, message, ct);
        }
        catch (Exception e) when (SmtpRefusals.WhileHandingOver(e) is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>
    /// Closes idle connections without QUIT, so that nothing waits for the server. A mail that is being sent ends by its own cancellation
    /// token.
    /// </summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var (connection, timer) in _idle)
            {
                timer.Dispose();
                connection.Dispose();
            }

            _idle.Clear();
        }
    }

    private async Task<SmtpConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SmtpConnection(options);
        try
        {
            await PatientlyAsync(connection.OpenAsync, ct);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is SslHandshakeException && connection.CertificateProblem is { } problem)
                LogCertificate(logger, problem);
            if (SmtpRefusals.WhileOpening(e, connection) is { } refused)
                throw refused;
            throw;
        }
    }

    /// <summary>
    /// After a refused mail its connection can be used again. After any other failure the state of the protocol is unknown, so the
    /// connection is closed.
    /// </summary>
    private async Task HandOverAsync(SmtpConnection connection, MimeMessage message, CancellationToken ct)
    {
        var canGoOn = false;
        try
        {
            await PatientlyAsync(token => connection.HandOverAsync(message, token), ct);
            canGoOn = true;
        }
        catch (SmtpCommandException e)
        {
            canGoOn = !SmtpRefusals.IsGoodbye(e);
            throw;
        }
        finally
        {
            if (canGoOn && connection.IsConnected)
                Keep(connection);
            else
                connection.Dispose();
        }
    }

    private async Task PatientlyAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Timeout);
        try
        {
            await work(timeout.Token);
        }
        catch (Exception e) when (timeout.IsCancellationRequested && e is not (SmtpCommandException or MailRefusedException))
        {
            // MailKit wraps the exception, e.g. in a failed TLS handshake.
            ct.ThrowIfCancellationRequested();
            throw new MailRefusedException("smtp.timeout", isPermanent: false);
        }
    }

    private SmtpConnection? TakeIdle()
    {
        lock (_lock)
        {
            if (_idle.Count == 0)
                return null;
            var (connection, timer) = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            timer.Dispose();
            return connection;
        }
    }

    private void Keep(SmtpConnection connection)
    {
        lock (_lock)
        {
            if (!_isClosed && _idle.Count < MaxIdle)
            {
                _idle.Add((connection, new Timer(_ => CloseIdle(connection), null, options.KeepOpen, Timeout.InfiniteTimeSpan)));
                return;
            }
        }

        _ = CloseAsync(connection);
    }

    private void CloseIdle(SmtpConnection connection)
    {
        lock (_lock)
        {
            // Another mail took the connection and uses it.
            if (_idle.RemoveAll(i => i.Connection == connection) == 0)
                return;
        }

        _ = CloseAsync(connection);
    }

    private static async Task CloseAsync(SmtpConnection connection)
    {
        using var timeout = new CancellationTokenSource(ForGoodbye);
        try
        {
            await connection.DisconnectAsync(quit: true, timeout.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The connection is closed in any case.
        }
        finally
        {
            connection.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The certificate of the mail server was refused: {Problem}.")]
    private static partial void LogCertificate(ILogger logger, string problem);
}
