using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Infrastructure.Http;

namespace PartnershipTracker.Infrastructure.Commitments;

/// <summary>
/// Checks whether a web address that a user entered can be reached (docs/adr/0012), over <see cref="PublicOnlyHttpHandler"/>. Each redirect
/// is checked again. No body is read, and no data of this installation is sent.
/// </summary>
/// <param name="resolve">Returns the IP addresses of a host name; by default the system's resolver.</param>
public sealed class LinkChecker(LinkOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    : ILinkChecker,
        IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpMessageInvoker _http = PublicOnlyHttpHandler.Open(options.MayVisit, resolve);

    public async Task<LinkCheck> CheckAsync(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return LinkCheck.NotAllowed;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Timeout);
        try
        {
            return await FollowAsync(address, timeout.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return LinkCheck.Unknown;
        }
        catch (HttpRequestException e)
        {
            return Meaning(e);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or UriFormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
            )
        {
            return LinkCheck.Unknown;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<LinkCheck> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (address.Scheme is not ("http" or "https"))
                return LinkCheck.NotAllowed;
            using var answer = await AskAsync(address, ct);
            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next)
                return Meaning(answer.StatusCode);
            address = new Uri(address, next);
        }

        return LinkCheck.Unknown;
    }

    /// <summary>Sends HEAD first, and GET if that fails, because some servers do not support HEAD.</summary>
    private async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken ct)
    {
        try
        {
            var head = await AskAsync(HttpMethod.Head, address, ct);
            if ((int)head.StatusCode < 400)
                return head;
            head.Dispose();
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded)
        {
            // GET is tried next.
        }

        return await AskAsync(HttpMethod.Get, address, ct);
    }

    /// <returns>The answer as soon as its headers are received; the body is never read.</returns>
    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("PartnershipTracker", "1.0"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("(checks links)"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
        return await _http.SendAsync(request, ct);
    }

    private static LinkCheck Meaning(HttpStatusCode status) =>
        (int)status switch
        {
            404 or 410 => LinkCheck.Gone,
            >= 200 and < 300 => LinkCheck.Reached,
            _ => LinkCheck.Unknown,
        };

    private static LinkCheck Meaning(HttpRequestException failure)
    {
        for (var e = failure.InnerException; e is not null; e = e.InnerException)
        {
            if (e is AddressRefusedException)
                return LinkCheck.NotAllowed;
            if (e is SocketException socket)
                return Meaning(socket.SocketErrorCode);
        }

        return
            failure.HttpRequestError
                is HttpRequestError.SecureConnectionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
            ? LinkCheck.Gone
            : LinkCheck.Unknown;
    }

    /// <summary>Errors that may come from our own network say nothing about the link.</summary>
    private static LinkCheck Meaning(SocketError error) =>
        error
            is SocketError.TryAgain
                or SocketError.TimedOut
                or SocketError.NetworkDown
                or SocketError.NetworkUnreachable
                or SocketError.NoRecovery
                or SocketError.NoBufferSpaceAvailable
                or SocketError.TooManyOpenSockets
                or SocketError.AccessDenied
            ? LinkCheck.Unknown
            : LinkCheck.Gone;
}
