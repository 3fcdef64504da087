using Microsoft.AspNetCore.Http.Features;

namespace PartnershipTracker.Api.Common;

internal static class Forms
{
    /// <exception cref="InvalidDataException">The body is not a form, its end is missing, or a part has an unknown encoding. The framework
    /// reports a missing end as an I/O error.</exception>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async Task<IFormCollection> ReadWholeFormAsync(this HttpRequest request, FormOptions options, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(options, ct);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw EndsTooEarly(e);
        }
        catch (NotSupportedException e)
        {
            throw new InvalidDataException("A part has an encoding that does not exist any more.", e);
        }
    }

    public static InvalidDataException EndsTooEarly(IOException e) => new("The form ends too early.", e);
}
