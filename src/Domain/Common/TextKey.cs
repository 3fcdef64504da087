using System.Globalization;
using System.Text;

namespace PartnershipTracker.Domain.Common;

/// <summary>
/// The form of a text for searching and sorting: lower case, without accents and with single spaces, so that both databases compare alike.
/// </summary>
public static class TextKey
{
    public const int MaxLength = 320;

    /// <summary>Longer text is cut before it is normalized, which could take very long.</summary>
    private const int MaxScannedLength = 4000;

    /// <param name="text">Any text, also an invalid one: the rows of a file are looked up before they are validated.</param>
    /// <returns>"Åland Évolution" → "aland evolution"; at most <see cref="MaxLength"/> characters.</returns>
    public static string Of(string text)
    {
        var decomposed = TextRules.Shown(text.Trim(), MaxScannedLength).Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
            if (char.IsWhiteSpace(c))
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(c));
            }
        var folded = key.ToString().Normalize(NormalizationForm.FormC);
        if (folded.Length <= MaxLength)
            return folded;
        return folded[..(char.IsHighSurrogate(folded[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
