namespace PartnershipTracker.Domain.Common;

public static class Blank
{
    /// <returns>Null for null, empty or white space: unknown is one value.</returns>
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
