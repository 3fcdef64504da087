using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>The first values of a column, and what they look like.</summary>
/// <param name="name">The heading.</param>
/// <param name="rows">How many rows were looked at.</param>
/// <param name="values">The cells that are neither empty nor words for nothing, in their order.</param>
internal sealed partial class ColumnSample(string name, int rows, IReadOnlyList<string> values)
{
    private static readonly string[] Separators = [",", "\n", "/", "|"];
    private static readonly char[] AllSeparators = [',', ';', '\n', '/', '|'];

    private const double Mostly = 0.7;
    private const int Shown = 3;
    private const int ShownLength = 120;

    private ColumnKind? _kind;
    private double? _sdgShare;
    private double? _dateShare;

    public string Name => name;

    public IReadOnlyList<string> Values => values;

    public IReadOnlyList<string> Distinct { get; } = [.. values.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Values to show, as different as there are.</summary>
    public IReadOnlyList<string> Samples => [.. Distinct.Take(Shown).Select(value => TextRules.Shown(value, ShownLength))];

    public ColumnKind Kind => _kind ??= FindKind();

    private ColumnKind FindKind() =>
        values.Count == 0 ? ColumnKind.Empty
        : Share(Email.IsValid) >= Mostly ? ColumnKind.Email
        : Share(ValidationRules.IsHttpUrl) >= Mostly ? ColumnKind.Url
        : SdgShare >= Mostly ? ColumnKind.SdgTarget
        : Share(IsCountry) >= Mostly ? ColumnKind.Country
        : Share(value => DateGuess.IsDate(value, years: false)) >= Mostly ? ColumnKind.Date
        : Share(Number().IsMatch) >= Mostly ? ColumnKind.Number
        : ColumnKind.Text;

    /// <summary>Whether each row has a value of its own.</summary>
    public bool IsUnique => values.Count == rows && Distinct.Count == rows;

    public double AverageLength => values.Count == 0 ? 0 : values.Average(value => value.Length);

    /// <summary>Items such as 3.8, SDG 17.16 or 3.b.</summary>
    public double SdgShare => _sdgShare ??= Share(value => SplitOf(value) is var items && items.Length > 0 && items.All(IsTarget));

    public double WordShare(string words) => Share(value => KnownWords.Find(words, value) is not null);

    public double DateShare => _dateShare ??= Share(value => DateGuess.IsDate(value, years: true));

    public double NumberShare => Share(Number().IsMatch);

    /// <returns>What stands between the items of a list; null if cells hold one, or semicolons.</returns>
    public string? Separator(Func<string, bool> isItem) =>
        Separators.FirstOrDefault(separator =>
            values.Any(value => value.Contains(separator, StringComparison.Ordinal))
            && !values.Any(value => value.Contains(';', StringComparison.Ordinal))
            && Share(value => value.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(isItem))
                >= Mostly
        );

    public static bool IsTarget(string item) => SdgTargets.Find(SdgCodes.Read(item).Trim()) is not null;

    /// <summary>NO is the code of Norway, but a column of yes and no is not about countries.</summary>
    private static bool IsCountry(string value) =>
        !value.Equals("no", StringComparison.OrdinalIgnoreCase) && KnownWords.Find(KnownWords.Countries, value) is not null;

    public static string[] SplitOf(string value) =>
        value.Split(AllSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private double Share(Func<string, bool> holds) => values.Count == 0 ? 0 : (double)values.Count(holds) / values.Count;

    /// <summary>Numbers with either mark, and spaces or apostrophes between thousands.</summary>
    [GeneratedRegex(@"^[-+]?\d{1,3}(?:[ \u00a0\u202f.,'’]?\d{3})*(?:[.,]\d+)?$|^[-+]?\d+(?:[.,]\d+)?$", RegexOptions.NonBacktracking)]
    public static partial Regex Number();
}
