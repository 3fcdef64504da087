using PartnershipTracker.Api.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>What was typed into a form that could not be received, e.g. because the session had ended.</summary>
/// <param name="Address">Where it is sent again.</param>
/// <param name="LostFiles">The names of its files, which must be chosen again.</param>
public sealed record HeldForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> LostFiles)
{
    /// <summary>The fields of the page that holds it begin with this, and are not held.</summary>
    public const string OwnPrefix = "resume-";

    /// <returns>Null if the request sent no form of a page, or if its form cannot be read.</returns>
    public static async Task<HeldForm?> OfAsync(HttpContext http, Endpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<FormLimits>() is not { } limits || !http.Request.HasFormContentType)
            return null;
        try
        {
            var sent = await http.Request.ReadWholeFormAsync(limits.Options, http.RequestAborted);
            return Of(http.Request.Path + http.Request.QueryString, sent);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    public static HeldForm Of(string address, IFormCollection sent) =>
        new(
            address,
            [
                .. sent.Where(f => !f.Key.StartsWith(OwnPrefix, StringComparison.Ordinal))
                    .SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? ""))),
            ],
            [.. sent.Files.Select(file => file.FileName).Where(name => name.Length > 0)]
        );
}
