using System.Globalization;
using System.Resources;

namespace PartnershipTracker.Application.Common;

/// <summary>
/// Every sentence people read, from resources, in the current culture: <c>Errors</c> (refusals by code), <c>Words</c> (names of values),
/// <c>History</c> (events as sentences), <c>Pages</c> and <c>Mail</c>.
/// </summary>
public static class Texts
{
    private static readonly ResourceManager Errors = Set("Errors");
    private static readonly ResourceManager Words = Set("Words");
    private static readonly ResourceManager Events = Set("History");
    private static readonly ResourceManager Pages = Set("Pages");
    private static readonly ResourceManager Mails = Set("Mail");

    /// <summary>The languages the product may speak (the official languages of the United Nations).</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "fr", "es", "ar", "ru", "zh"];

    /// <summary>The languages there are texts for so far.</summary>
    public static readonly IReadOnlyList<string> Spoken = ["en"];

    /// <returns>The culture of the language where we speak it, else English: never the dates of one language in sentences of another.</returns>
    public static CultureInfo CultureFor(string language) => CultureInfo.GetCultureInfo(Spoken.Contains(language) ? language : Spoken[0]);

    /// <summary>Does something in a language as far as we speak it; afterwards the reader's own is back.</summary>
    /// <param name="language">Null where nobody has said, which is English.</param>
    public static async Task<T> InAsync<T>(string? language, Func<Task<T>> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureFor(language ?? Spoken[0]);
            return await say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    public static string Error(string code, params IEnumerable<object?> args) => Format(Errors, code, args);

    public static string? FindError(string code) => Errors.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>The name of an enum value, e.g. "partly completed".</summary>
    public static string Word(Enum value) => Words.GetString($"{value.GetType().Name}.{value}", CultureInfo.CurrentUICulture) ?? Missing(value.ToString());

    public static string Word(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? Missing(key);

    /// <summary>What an ingredient of the rubric asks for, with an example.</summary>
    public static string Hint(Domain.Commitments.SmartIngredient ingredient) => Word($"SmartIngredient.{ingredient}.hint");

    /// <summary>The name of a value given as it stands in JSON: type <c>ClosingOutcome</c>, value <c>partlyCompleted</c>.</summary>
    public static string? FindWord(string type, string value) =>
        Words.GetString($"{type}.{char.ToUpperInvariant(value[0])}{value[1..]}", CultureInfo.CurrentUICulture);

    public static string Event(string name, params IEnumerable<object?> args) => Format(Events, name, args);

    /// <summary>The sentence of an event as it stands, with its places for the event's facts.</summary>
    public static string EventTemplate(string name) => Events.GetString(name, CultureInfo.CurrentUICulture) ?? Missing(name);

    public static string Page(string key, params IEnumerable<object?> args) => Format(Pages, key, args);

    public static string Mail(string key, params IEnumerable<object?> args) => Format(Mails, key, args);

    /// <summary>A sentence about a number: the form is chosen by the language's plural rule; {0} is the number.</summary>
    public static string Count(string key, int number, params IEnumerable<object?> args)
    {
        var form = $"{key}.{Plural.Of(number, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)}";
        var text = Pages.GetString(form, CultureInfo.CurrentUICulture) ?? Pages.GetString($"{key}.other", CultureInfo.CurrentUICulture) ?? Missing(key);
        return string.Format(CultureInfo.CurrentCulture, text, [number, .. args.Select(Readable)]);
    }

    /// <summary>"21 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"21 Nov 2026", for tables.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private static string Format(ResourceManager set, string key, IEnumerable<object?> args)
    {
        var text = set.GetString(key, CultureInfo.CurrentUICulture) ?? Missing(key);
        object?[] values = [.. args.Select(Readable)];
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }

    private static object? Readable(object? arg) => arg switch
    {
        DateOnly day => Day(day),
        Enum value => Word(value),
        _ => arg,
    };

    private static string Missing(string key) => throw new MissingManifestResourceException($"There is no text for '{key}'.");

    private static ResourceManager Set(string name) => new($"PartnershipTracker.Application.Texts.{name}", typeof(Texts).Assembly);
}
