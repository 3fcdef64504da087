namespace PartnershipTracker.Domain.Common;

public static class Blank
{
    /// <returns>The trimmed text; null for null, empty or white space, so that there is one value for unknown.</returns>
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
