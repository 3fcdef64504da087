using System.Globalization;
using System.Resources;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// All texts shown to people, from resources in the current culture: <c>Errors</c> (refusals by code), <c>Words</c> (names of values),
/// <c>History</c> (events as sentences), <c>Pages</c> and <c>Mail</c>.
/// </summary>
public static class Texts
{
    private static readonly ResourceManager Errors = Set("Errors");
    private static readonly ResourceManager Words = Set("Words");
    private static readonly ResourceManager Events = Set("History");
    private static readonly ResourceManager Pages = Set("Pages");
    private static readonly ResourceManager Mails = Set("Mail");

    /// <summary>The languages that the product is designed for (the official languages of the United Nations).</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "fr", "es", "ar", "ru", "zh"];

    /// <summary>
    /// The languages that texts exist for: English, and every language with a <c>Pages</c> resource of its own (<c>Pages.fr.resx</c>). A
    /// text that is missing in it is shown in English.
    /// </summary>
    public static readonly IReadOnlyList<string> Available =
    [
        .. Languages.Where(language =>
            language == English
            || Pages.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false) is not null
        ),
    ];

    private const string English = "en";

    private static readonly AsyncLocal<string?> Missing = new();

    /// <summary>
    /// Inside <see cref="InAsync"/>: a sentence that there are no texts in the language asked for; null where there are.
    /// </summary>
    public static string? NotTranslated =>
        Missing.Value is { } language ? Page("notTranslated", CultureInfo.GetCultureInfo(language).EnglishName) : null;

    /// <returns>
    /// The culture of the language if texts exist for it, otherwise English, so that the format of dates always matches the language of the
    /// text.
    /// </returns>
    public static CultureInfo CultureFor(string language) => CultureInfo.GetCultureInfo(Available.Contains(language) ? language : English);

    /// <summary>Runs a function in another language, if texts exist for it, and then restores the current one.</summary>
    /// <param name="language">English if null.</param>
    public static async Task<T> InAsync<T>(string? language, Func<Task<T>> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var missingBefore = Missing.Value;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureFor(language ?? English);
            Missing.Value = language is null || Available.Contains(language) ? null : language;
            return await say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
            Missing.Value = missingBefore;
        }
    }

    public static string Error(string code, params IEnumerable<object?> args) => Format(Errors, code, args);

    public static string? FindError(string code) => Errors.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>The name of an enum value, e.g. "partly completed".</summary>
    public static string Word(Enum value) =>
        Words.GetString($"{value.GetType().Name}.{value}", CultureInfo.CurrentUICulture) ?? NoText(value.ToString());

    public static string Word(string key, params IEnumerable<object?> args) => Format(Words, key, args);

    /// <summary>What an ingredient of the rubric asks for, with an example.</summary>
    public static string Hint(Domain.Commitments.SmartIngredient ingredient) => Word($"SmartIngredient.{ingredient}.hint");

    /// <summary>The name of a value in its JSON form, e.g. type <c>ClosingOutcome</c>, value <c>partlyCompleted</c>.</summary>
    public static string? FindWord(string type, string value) =>
        Words.GetString($"{type}.{char.ToUpperInvariant(value[0])}{value[1..]}", CultureInfo.CurrentUICulture);

    public static string Event(string name, params IEnumerable<object?> args) => Format(Events, name, args);

    /// <summary>The sentence of an event with its placeholders for facts.</summary>
    public static string EventTemplate(string name) => Events.GetString(name, CultureInfo.CurrentUICulture) ?? NoText(name);

    public static string Page(string key, params IEnumerable<object?> args) => Format(Pages, key, args);

    public static string? FindPage(string key) => Pages.GetString(key, CultureInfo.CurrentUICulture);

    public static string Mail(string key, params IEnumerable<object?> args) => Format(Mails, key, args);

    /// <summary>
    /// A sentence about a number. The plural form is chosen by the rule of the language; {0} is the number. A form <c>zero</c> is used for
    /// 0 in every language, because "due today" reads better than "due in 0 days".
    /// </summary>
    public static string Count(string key, int number, params IEnumerable<object?> args)
    {
        var language = CultureInfo.CurrentUICulture;
        List<string> forms = [Plural.Of(number, language.TwoLetterISOLanguageName), "other"];
        if (number == 0)
            forms.Insert(0, "zero");
        var text =
            forms.Select(form => Pages.GetString($"{key}.{form}", language)).FirstOrDefault(found => found is not null) ?? NoText(key);
        return string.Format(CultureInfo.CurrentCulture, text, [number, .. args.Select(Readable)]);
    }

    /// <summary>E.g. "21 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>E.g. "21 Nov 2026", for tables.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Format(ResourceManager set, string key, IEnumerable<object?> args)
    {
        var text = set.GetString(key, CultureInfo.CurrentUICulture) ?? NoText(key);
        object?[] values = [.. args.Select(Readable)];
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }

    private static object? Readable(object? arg) =>
        arg switch
        {
            DateOnly day => Day(day),
            Enum value => Word(value),
            _ => arg,
        };

    private static string NoText(string key) => throw new MissingManifestResourceException($"There is no text for '{key}'.");

    private static ResourceManager Set(string name) => new($"PartnershipTracker.Application.Texts.{name}", typeof(Texts).Assembly);
}
