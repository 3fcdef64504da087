using System.Text.RegularExpressions;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// SDG targets in spreadsheets. Programs read 17.10 as a number and drop its zero, so CSV holds <c>SDG 17.10</c>, and a number that could
/// be either of two targets is not believed.
/// </summary>
internal static partial class SdgCodes
{
    /// <returns><c>SDG 17.10</c>, <c>Target 17.10</c> or <c>17.10</c> → <c>17.10</c>.</returns>
    public static string Read(string text) => Prefix().Replace(text, "");

    /// <returns>The target that a number may have been before it lost a zero; null where there is none.</returns>
    public static string? Other(string number) => number.Contains('.') && SdgTargets.Find(number + "0") is { } other ? other.Code : null;

    [GeneratedRegex(@"^\s*(?:SDG)?\s*(?:target)?\s*(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
