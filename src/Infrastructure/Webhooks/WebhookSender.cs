using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Http;

namespace PartnershipTracker.Infrastructure.Webhooks;

/// <summary>
/// Posts to an address that a user entered (docs/adr/0014). Every status other than 2xx is a failure; redirects are not followed.
/// </summary>
/// <param name="resolve">Returns the IP addresses of a host name; by default the system's resolver.</param>
public sealed class WebhookSender(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    : IWebhookSender,
        IDisposable
{
    /// <summary>How many bytes of the answer's body are read and discarded so that the connection can be used again.</summary>
    private const int MaxAnswerLength = 4096;

    private readonly HttpMessageInvoker _http = PublicOnlyHttpHandler.Open(options.MayVisit, resolve, MaxAnswerLength);

    public async Task<WebhookAnswer> SendAsync(string url, SignedMessage message, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Timeout);
        try
        {
            using var request = RequestOf(url, message);
            using var answer = await _http.SendAsync(request, timeout.Token);
            return WebhookAnswer.Of((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer(null, DeliveryFault.TooSlow);
        }
        catch (HttpRequestException e)
        {
            return new WebhookAnswer(
                null,
                e.InnerException is AddressRefusedException ? DeliveryFault.NotPublic : DeliveryFault.NotReached
            );
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
            return new WebhookAnswer(null, DeliveryFault.NotReached);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(string url, SignedMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("PartnershipTracker", "1.0"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("(webhooks)"));
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", message.Signatures);
        return request;
    }
}
