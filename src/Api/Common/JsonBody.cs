using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>The JSON body of a request, which can be read a second time to explain what is wrong with it.</summary>
internal static class JsonBody
{
    /// <summary>Larger bodies are kept in a temporary file until they are answered.</summary>
    private const int MaxBytesInMemory = 64 * 1024;

    public static Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsReadable(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        if (http.Request.HasJsonContentType())
            http.Request.EnableBuffering(MaxBytesInMemory);
        return next(http);
    }

    /// <summary>Everything in the body that does not fit what the endpoint expects, after reading it failed.</summary>
    /// <param name="failed">The failure, which names the member that contains an error of syntax; null if unknown.</param>
    /// <returns>Empty if the endpoint expects no JSON, or if nothing is found.</returns>
    public static async Task<IReadOnlyList<Violation>> ErrorsAsync(HttpContext http, JsonException? failed)
    {
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not { } type)
            return [];
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return [Violation.InBody("", "request.bodyRequired", Texts.Error("request.bodyRequired"))];
        if (!http.Request.HasJsonContentType() || !http.Request.Body.CanSeek)
            return [];

        http.Request.Body.Position = 0;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            return body.RootElement.ValueKind == JsonValueKind.Null
                ? [Violation.InBody("", "request.bodyRequired", Texts.Error("request.bodyRequired"))]
                : JsonMismatch.Find(body.RootElement, type, options);
        }
        catch (JsonException) when (http.Request.Body.Length == 0)
        {
            return [Violation.InBody("", "request.bodyRequired", Texts.Error("request.bodyRequired"))];
        }
        catch (JsonException syntax)
        {
            var field = failed is { Path: { Length: > 2 } path } && failed.LineNumber == syntax.LineNumber ? path[2..] : "";
            return [Violation.InBody(field, "request.json", Texts.Error("request.json", syntax.LineNumber + 1))];
        }
        catch (InvalidOperationException)
        {
            // A name or text in it is not UTF-8, or has half of a surrogate pair.
            return [Violation.InBody("", "request.notUnicode", Texts.Error("request.notUnicode"))];
        }
        catch (IOException)
        {
            return []; // The body ends too early.
        }
    }

    /// <summary>
    /// JSON is UTF-8 (RFC 8259). Other bodies may have any encoding that exists; UTF-7, which does not any more, is a trap.
    /// </summary>
    private static bool IsReadable(HttpRequest request)
    {
        if (request.GetTypedHeaders().ContentType is not { Charset.Length: > 0 } type)
            return true;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
        if (request.HasJsonContentType())
            return charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
