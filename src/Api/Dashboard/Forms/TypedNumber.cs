using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>
/// A number as people write it: with a comma or a point, with or without thousands separators, in the digits of any script. A number that
/// can be read in two ways (<c>1,200</c>) is refused, so that the person is asked which was meant.
/// </summary>
public static partial class TypedNumber
{
    /// <param name="number">Null where nothing was typed, and where it returns false.</param>
    /// <param name="isAmbiguous">Whether it can be read as thousands and as a decimal number.</param>
    public static bool TryRead(string typed, out decimal? number, out bool isAmbiguous)
    {
        (number, isAmbiguous) = (null, false);
        var text = Plain(typed);
        if (text.Length == 0)
            return true;
        isAmbiguous = Ambiguous().IsMatch(text);
        if (isAmbiguous || Written().Match(text) is not { Success: true } match)
            return false;

        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var (sign, part) = (match.Groups["sign"].Value, match.Groups["part"].Value);
        if (
            !decimal.TryParse(
                part.Length == 0 ? sign + whole : $"{sign}{whole}.{part}",
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var read
            )
        )
            return false;
        number = read;
        return true;
    }

    /// <returns>Why a number cannot be read, and how to write it.</returns>
    public static string Explain(string typed, bool isAmbiguous) =>
        isAmbiguous
            ? Texts.Page("input.number.ambiguous", typed, string.Concat(typed.Where(c => c is not (',' or '.'))), typed + "0")
            : Texts.Page("input.number.wrong", typed);

    /// <summary>
    /// Latin digits without spaces and apostrophes, which separate thousands. Arabic and typographic signs become plain ones.
    /// </summary>
    private static string Plain(string typed)
    {
        var text = new StringBuilder();
        foreach (var c in typed.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '٬')))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
                text.Append(digit);
            else
                text.Append(
                    c switch
                    {
                        '٫' => '.',
                        '−' or '–' => '-',
                        _ => c,
                    }
                );
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}[.,][0-9]{3}$")]
    private static partial Regex Ambiguous();

    [GeneratedRegex(
        @"^(?<sign>-?)(?:(?<whole>[0-9]+)(?:[.,](?<part>[0-9]+))?"
            + @"|(?<whole>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?<part>[0-9]+))?"
            + @"|(?<whole>[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?<part>[0-9]+))?)$"
    )]
    private static partial Regex Written();
}
