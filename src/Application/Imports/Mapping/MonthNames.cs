using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>Translates the names of months in dates, so that a form of dates in English reads "1er déc. 2027" too.</summary>
internal static partial class MonthNames
{
    private const int MaxLength = 50;

    /// <summary>Words that stand between the parts of a date in some languages and say nothing.</summary>
    private static readonly HashSet<string> Between =
    [
        "de",
        "del",
        "du",
        "le",
        "la",
        "el",
        "er",
        "of",
        "the",
        "st",
        "nd",
        "rd",
        "th",
        "г",
        "года",
    ];

    /// <param name="isFull">December; otherwise Dec.</param>
    /// <returns>Null if the text holds a word that is no month, or none at all.</returns>
    public static string? InEnglish(string text, bool isFull)
    {
        if (text.Length > MaxLength)
            return null;
        var (found, isKnown) = (0, true);
        var english = Word()
            .Replace(
                text,
                match =>
                {
                    var word = KnownWords.KeyOf(match.Value);
                    if (KnownWords.Find(KnownWords.Months, word) is { } month)
                    {
                        found++;
                        return Name(int.Parse(month, CultureInfo.InvariantCulture), isFull);
                    }

                    isKnown &= Between.Contains(word);
                    return "";
                }
            );
        return isKnown && found == 1 ? Spaces().Replace(english, " ").Trim() : null;
    }

    private static string Name(int month, bool isFull) =>
        isFull
            ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)
            : CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*\.?")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
