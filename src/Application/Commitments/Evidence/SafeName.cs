using System.Globalization;
using System.Text;
using FluentValidation;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Makes a file name that every operating system accepts: without folders or invisible characters, and with the extension of the actual
/// type.
/// </summary>
internal static class SafeName
{
    private const int MaxLength = 120;
    private const string DefaultName = "evidence";

    /// <summary>Names that Windows reserves for devices.</summary>
    private static readonly string[] Devices =
    [
        "con",
        "prn",
        "aux",
        "nul",
        .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <param name="given">Any text, including a path of another system.</param>
    /// <param name="extension">The extension with its dot.</param>
    public static string Of(string given, string extension)
    {
        var clean = new StringBuilder();
        foreach (var rune in Path.GetFileNameWithoutExtension(given.Replace('\\', '/')).EnumerateRunes().Where(IsVisible))
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxLength)
                break;
            clean.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or ';' or '%' ? new Rune('_') : rune);
        }

        var name = clean.ToString().Trim(' ', '.');
        if (name.Length == 0)
            name = DefaultName;
        return (Devices.Contains(name.Split('.')[0].Trim().ToLowerInvariant()) ? "_" : "") + name + extension;
    }

    /// <summary>
    /// Also removes characters that change the writing direction. The two joiners are allowed, because several scripts need them as
    /// letters.
    /// </summary>
    private static bool IsVisible(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
