using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

/// <summary>Where people go back to after signing in: a path of this site, never another site.</summary>
public static class LocalPath
{
    /// <returns>The path with its query; null where it is none, or a browser would take it for the address of another site ("//…", "/\…").</returns>
    public static string? OrNull(string? text) =>
        text is ['/', ..] and not ['/', '/' or '\\', ..] && text.Length <= SignInRequest.ReturnToMaxLength && TextRules.IsLine(text) && !text.Contains('\\', StringComparison.Ordinal) ? text : null;
}
