using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;
using PartnershipTracker.Infrastructure.Http;

namespace PartnershipTracker.Infrastructure.Webhooks;

/// <summary>Posts to an address that a stranger wrote (docs/adr/0014). Whatever is not 2xx is a failure: a redirect goes nowhere.</summary>
/// <param name="resolve">The addresses of a name; the system's resolver where nothing is said.</param>
public sealed class WebhookSender(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) : IWebhookSender, IDisposable
{
    /// <summary>Of the answer's body, read away to keep the connection.</summary>
    private const int MaxAnswerLength = 4096;

    private readonly HttpMessageInvoker _http = PublicOnlyHttpHandler.Open(options.MayVisit, resolve, MaxAnswerLength);

    public async Task<WebhookAnswer> SendAsync(string url, SignedMessage message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Patience);
        try
        {
            using var request = RequestOf(url, message);
            using var answer = await _http.SendAsync(request, patience.Token);
            return WebhookAnswer.Of((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer(null, DeliveryFault.TooSlow);
        }
        catch (HttpRequestException e)
        {
            return new WebhookAnswer(null, e.InnerException is AddressRefusedException ? DeliveryFault.NotPublic : DeliveryFault.NotReached);
        }
        catch (Exception e) when (e is IOException or SocketException or UriFormatException or ArgumentException or InvalidOperationException or NotSupportedException)
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
