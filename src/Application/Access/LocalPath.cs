using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>The page to return to after signing in: a path on this site, never another site.</summary>
public static class LocalPath
{
    /// <returns>
    /// The path with its query; null if it is not a path, or if a browser would read it as the address of another site ("//…", "/\…").
    /// </returns>
    public static string? OrNull(string? text) =>
        text is ['/', ..] and not ['/', '/' or '\\', ..] && text.Length <= SignInRequest.ReturnToMaxLength && TextRules.IsLine(text) && !text.Contains('\\', StringComparison.Ordinal) ? text : null;
}
