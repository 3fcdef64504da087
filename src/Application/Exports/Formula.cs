using System.Text.RegularExpressions;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Puts an apostrophe in front of text that a spreadsheet would run as a formula, and removes it on import. Text that already begins with
/// apostrophes and a formula gets one more, so that the original is restored exactly.
/// </summary>
internal static partial class Formula
{
    public static string Neutralize(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    /// <summary>Reverses <see cref="Neutralize"/>.</summary>
    public static string Restore(string cell) => cell.StartsWith('\'') && Dangerous().IsMatch(cell) ? cell[1..] : cell;

    /// <summary>Includes full-width signs, which some spreadsheet programs treat as plain ones, and signs after white space.</summary>
    [GeneratedRegex(@"^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])")]
    private static partial Regex Dangerous();
}
