using System.Globalization;
using System.Text;

namespace PartnershipTracker.Domain.Common;

/// <summary>The form of a text that is searched and sorted: lower case, without accents, so that both databases compare alike.</summary>
public static class TextKey
{
    public const int MaxLength = 320;

    /// <returns>"Åland Évolution" → "aland evolution"; at most <see cref="MaxLength"/> characters.</returns>
    public static string Of(string text)
    {
        var decomposed = text.Trim().Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                key.Append(char.ToLowerInvariant(c));
        var folded = key.ToString().Normalize(NormalizationForm.FormC);
        return folded.Length <= MaxLength ? folded : folded[..MaxLength];
    }
}
