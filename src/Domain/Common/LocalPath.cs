namespace PartnershipTracker.Domain.Common;

/// <summary>Where people go back to after signing in: a path of ours, never another site.</summary>
public static class LocalPath
{
    public const int MaxLength = 500;

    /// <returns>The path with its query; null where it is none, or a browser would take it for the address of another site ("//…", "/\…").</returns>
    public static string? OrNull(string? text) =>
        text is ['/', ..] and not ['/', '/' or '\\', ..] && text.Length <= MaxLength && TextRules.IsLine(text) && !text.Contains('\\', StringComparison.Ordinal) ? text : null;
}
