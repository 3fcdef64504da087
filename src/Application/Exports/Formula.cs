using System.Text.RegularExpressions;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// A text that a spreadsheet would run as a formula gets an apostrophe in front, and loses it again when our own file comes back. A text that
/// has apostrophes there already gets one more, so that nothing is lost on the way.
/// </summary>
internal static partial class Formula
{
    public static string Neutralize(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    /// <summary>Undoes <see cref="Neutralize"/>.</summary>
    public static string Restore(string cell) => cell.StartsWith('\'') && Dangerous().IsMatch(cell) ? cell[1..] : cell;

    /// <summary>Also the full-width signs, which some versions read as the plain ones, and signs behind white space.</summary>
    [GeneratedRegex(@"^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])")]
    private static partial Regex Dangerous();
}
