using System.Collections.Frozen;
using System.Text;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>
/// What people write in spreadsheets, in the six languages of the United Nations: headings, statuses, types of organizations, months and
/// so on. The words are in <c>words.tsv</c>; names of countries and types come from the reference lists.
/// </summary>
public static class KnownWords
{
    public const string Headings = "heading";
    public const string Statuses = "status";
    public const string OrganizationTypes = "organizationType";
    public const string Frequencies = "reportingFrequency";
    public const string Pillars = "pillar";
    public const string Themes = "theme";
    public const string Currencies = "currency";
    public const string Countries = "country";
    public const string Months = "month";
    public const string Empty = "empty";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Sets = Read();

    /// <summary>Every heading that is known, with its field.</summary>
    public static IEnumerable<(string Words, string Field)> AllHeadings => Sets[Headings].Select(entry => (entry.Key, entry.Value));

    /// <param name="set">One of the constants of this class.</param>
    /// <param name="text">As it stands in a file; case, accents and punctuation are ignored.</param>
    /// <returns>
    /// What it means in the words of the product, such as <c>active</c>, <c>22</c> or <c>BJ</c>; null if it is not known.
    /// </returns>
    public static string? Find(string set, string text) => Sets[set].GetValueOrDefault(KeyOf(text));

    /// <returns>"  N° d'engagement " → "n d engagement": letters and digits in lower case without accents, and single spaces.</returns>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder();
        foreach (var c in TextKey.Of(text))
            if (char.IsLetterOrDigit(c) || c is '#' or '№' or '$' or '€' or '£' or '%')
                key.Append(c);
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        return key.Length == 0 ? TextKey.Of(text) : key.ToString().TrimEnd();
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read()
    {
        var sets = new Dictionary<string, Dictionary<string, string>>();
        void Add(string set, string value, IEnumerable<string?> words)
        {
            if (!sets.TryGetValue(set, out var known))
                sets.Add(set, known = []);
            foreach (var word in words.OfType<string>())
                known.TryAdd(KeyOf(word), value);
        }

        using var stream = typeof(KnownWords).Assembly.GetManifestResourceStream("words.tsv")!;
        using var lines = new StreamReader(stream);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            Add(
                cells[0],
                cells[1],
                cells.Skip(2).SelectMany(cell => cell.Split('|', StringSplitOptions.RemoveEmptyEntries)).Prepend(cells[1])
            );
        }

        foreach (var country in Domain.Reference.Countries.All)
            Add(Countries, country.Alpha2, [country.Alpha2, country.Alpha3, country.OfficialName, .. In(country.Name)]);
        foreach (var type in Domain.Reference.OrganizationTypes.All)
            Add(OrganizationTypes, type.Code, [type.Code, .. In(type.Name)]);
        foreach (var currency in Domain.Reference.Currencies.All)
            Add(Currencies, currency.Code, [currency.Code]);
        return sets.ToFrozenDictionary(set => set.Key, set => set.Value.ToFrozenDictionary());
    }

    private static IEnumerable<string?> In(LocalizedText name) => [name.En, name.Fr, name.Es, name.Ar, name.Ru, name.Zh];
}
