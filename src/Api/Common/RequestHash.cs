using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Compares two requests by a hash. Of a form its parts are hashed, without the boundary between them, which differs for each attempt.
/// </summary>
internal static class RequestHash
{
    /// <summary>Reads the body and rewinds it for the next reader.</summary>
    /// <returns>SHA-256 of query string and body, in lower-case hex.</returns>
    /// <exception cref="InvalidDataException">The form cannot be read.</exception>
    public static async Task<string> OfAsync(HttpRequest request)
    {
        var ct = request.HttpContext.RequestAborted;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.QueryString.Value);
        if (Boundary(request) is { } boundary)
        {
            try
            {
                var reader = new MultipartReader(boundary, request.Body);
                while (await reader.ReadNextSectionAsync(ct) is { } part)
                {
                    Append(hash, part.ContentDisposition);
                    await AppendAsync(hash, part.Body, ct);
                }
            }
            catch (IOException e) when (e is not BadHttpRequestException)
            {
                throw Forms.EndsTooEarly(e);
            }
        }
        else
        {
            await AppendAsync(hash, request.Body, ct);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    /// <summary>Each text is hashed with its length, so that different sequences of texts have different hashes.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static async Task AppendAsync(IncrementalHash hash, Stream content, CancellationToken ct)
    {
        var (buffer, length) = (new byte[16 * 1024], 0L);
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; length += read) hash.AppendData(buffer, 0, read);
        hash.AppendData(BitConverter.GetBytes(length));
    }
}
