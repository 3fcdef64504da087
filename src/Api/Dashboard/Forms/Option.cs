using System.Globalization;
using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>One value to choose from.</summary>
/// <param name="Value">As in the API.</param>
public sealed record Option(string Value, string Label, string? Hint = null)
{
    /// <summary>All values of an enum, in its order.</summary>
    public static IReadOnlyList<Option> Of<T>()
        where T : struct, Enum => Of(Enum.GetValues<T>());

    public static IReadOnlyList<Option> Of<T>(IEnumerable<T> values)
        where T : struct, Enum =>
        [.. values.Select(value => new Option(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), Texts.Word(value)))];

    /// <summary>Terms of a vocabulary, in its order; a retired one says so.</summary>
    public static IReadOnlyList<Option> Of(IVocabulary vocabulary, IEnumerable<Term> terms) =>
        [.. terms.Select(term => new Option(term.Code, vocabulary.LabelOf(term.Kind, term.Code), term.Description))];

    /// <summary>For a question that can also stay unanswered.</summary>
    public static IReadOnlyList<Option> YesOrNo() =>
        [new("false", Texts.Page("person.isEarlyCareer.no")), new("true", Texts.Page("person.isEarlyCareer.yes"))];

    /// <summary>All countries by name, in the reader's language.</summary>
    public static IReadOnlyList<Option> Countries() =>
        [
            .. Domain
                .Reference.Countries.All.Select(country => new Option(country.Alpha2, Format.Country(country.Alpha2)))
                .OrderBy(option => option.Label, StringComparer.CurrentCulture),
        ];

    /// <summary>All currencies by their code.</summary>
    public static IReadOnlyList<Option> Currencies() =>
        [.. Domain.Reference.Currencies.All.Select(c => new Option(c.Code, Texts.Page("list.pair", c.Code, c.Name)))];

    /// <summary>The languages that mails may be in one day, each by its own name.</summary>
    public static IReadOnlyList<Option> Languages() =>
        [.. Texts.Languages.Select(code => new Option(code, CultureInfo.GetCultureInfo(code).NativeName))];

    /// <summary>All time zones by their IANA id.</summary>
    public static IReadOnlyList<Option> TimeZones() => [.. Domain.Reference.TimeZones.Ids.Select(id => new Option(id, id))];
}
