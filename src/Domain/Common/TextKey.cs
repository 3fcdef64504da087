using System.Globalization;
using System.Text;

namespace PartnershipTracker.Domain.Common;

/// <summary>The form of a text that is searched and sorted: lower case, without accents, so that both databases compare alike.</summary>
public static class TextKey
{
    public const int MaxLength = 320;

    /// <summary>What is longer is no name, and normalizing it may take very long.</summary>
    private const int MaxScannedLength = 4000;

    /// <param name="text">Anything: the rows of a file are looked up before they are checked.</param>
    /// <returns>"Åland Évolution" → "aland evolution"; at most <see cref="MaxLength"/> characters.</returns>
    public static string Of(string text)
    {
        var decomposed = TextRules.Shown(text.Trim(), MaxScannedLength).Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                key.Append(char.ToLowerInvariant(c));
        var folded = key.ToString().Normalize(NormalizationForm.FormC);
        if (folded.Length <= MaxLength) return folded;
        return folded[..(char.IsHighSurrogate(folded[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
