using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace PartnershipTracker.Api.Common;

/// <summary>A JSON answer with an ETag, or a 304 without a body if a GET names that tag in <c>If-None-Match</c>.</summary>
/// <param name="version">Null for a resource without a version of its own.</param>
internal sealed class TaggedAnswer<T>(T answer, int? version) : IResult
{
    /// <summary>96 bits: two answers of one resource never have the same hash by chance.</summary>
    private const int HashBytes = 12;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, json);
        var tag = TagOf(body);
        response.Headers.ETag = tag;
        if (HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag || known.Tag == "*"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private string TagOf(byte[] body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, HashBytes));
        return version is { } known ? string.Create(CultureInfo.InvariantCulture, $"\"{known}-{hash}\"") : $"\"{hash}\"";
    }
}
