using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Reference;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>How pages write numbers, shares, times and names. The texts are in <c>Pages.resx</c>.</summary>
internal static partial class Format
{
    /// <summary>The codes with a sentence of their own; a dash stands for a point.</summary>
    private static readonly string[] Failures =
    [
        "claim-lost",
        "dropped",
        "interrupted",
        "mail-address",
        "mail-folder",
        "smtp-authentication",
        "smtp-certificate",
        "smtp-noTls",
        "smtp-notReached",
        "smtp-protocol",
        "smtp-timeout",
    ];

    /// <summary>Below this number of cases no share is shown, because it would say nothing.</summary>
    private const int MinCasesForShare = 10;

    /// <summary>The language the sentences are in: the reader's, or English while theirs is missing.</summary>
    public static CultureInfo Language => CultureInfo.GetCultureInfo(Texts.Page("language"));

    public static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.CurrentCulture);

    /// <summary>"1.2 MB", in thousands.</summary>
    public static string Size(long bytes) =>
        bytes switch
        {
            < 1000 => Texts.Page("size.bytes", bytes),
            < 1_000_000 => Texts.Page("size.kilobytes", Number(Math.Round(bytes / 1000m))),
            _ => Texts.Page("size.megabytes", Number(Math.Round(bytes / 1_000_000m, 1))),
        };

    /// <summary>A rounded share such as "14 %"; null if there are too few cases for a share, or if it has no meaning.</summary>
    public static string? Share(int part, int of) =>
        of < MinCasesForShare
            ? null
            : (part * 100m / of) switch
            {
                0 => null,
                < 1 => Texts.Page("share.below"),
                > 99 and < 100 => Texts.Page("share.above"),
                var share => Texts.Page("share", Math.Round(share, MidpointRounding.AwayFromZero)),
            };

    /// <summary>A number and the whole that it is a part of, for a figure: "3 of 10", of which only the 3 is large.</summary>
    public static MarkupString NumberOf(string number, string whole) => Rich(Texts.Page("figure.numberOf", number, whole));

    /// <summary>Why deferred work failed, from the code that is stored of it.</summary>
    public static string Failure(string code) =>
        code.Split('.') switch
        {
            ["smtp", var status] when int.TryParse(status, out _) => Texts.Page("failure.smtp", status),
            ["http", var status] when int.TryParse(status, out _) => Texts.Page("failure.http", status),
            ["webhook", var fault] when Enum.TryParse<DeliveryFault>(fault, out var known) => Texts.Word(known),
            _ when Failures.Contains(code.Replace('.', '-')) => Texts.Page($"failure.{code.Replace('.', '-')}"),
            _ => Texts.FindError(code) is { } refusal && !refusal.Contains('{', StringComparison.Ordinal)
                ? refusal
                : Texts.Page("failure.unknown", code),
        };

    /// <summary>E.g. "21 Nov 2026, 08:15 UTC".</summary>
    public static string Timestamp(DateTimeOffset at) =>
        Texts.Page(
            "me.moment",
            Texts.ShortDay(DateOnly.FromDateTime(at.UtcDateTime)),
            at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    /// <summary>A value with its unit, where it has one.</summary>
    public static string Value(decimal value, string? unit) => unit is null ? Number(value) : Texts.Page("value.unit", Number(value), unit);

    /// <summary>The same for a figure, in which only the number is large.</summary>
    public static MarkupString ValueFigure(decimal value, string? unit) =>
        Rich(unit is null ? Number(value) : Texts.Page("figure.unit", Number(value), unit));

    /// <summary>
    /// By how many days a date is later or earlier than another: <paramref name="key"/> has a text <c>later</c> and a text <c>earlier</c>.
    /// </summary>
    /// <param name="days">Negative where it is earlier; not 0.</param>
    public static string LaterOrEarlier(string key, int days, params IEnumerable<object?> args) =>
        days > 0 ? Texts.Count($"{key}.later", days, args) : Texts.Count($"{key}.earlier", -days, args);

    /// <summary>Whole sentences, one after the other. What is null is left out.</summary>
    public static string Sentences(params IEnumerable<string?> sentences) => Joined("sentences", sentences);

    /// <summary>Items of a list, as the language separates them.</summary>
    public static string List(IEnumerable<string> items) => Joined("list.pair", items);

    /// <summary>
    /// An organization and its country, where it is known; a country that made a commitment itself is not named twice.
    /// </summary>
    public static string Organization(string name, string? countryCode) =>
        countryCode is null || Country(countryCode) is var country && country == name
            ? Name(name)
            : Texts.Page("list.pair", Name(name), Country(countryCode));

    /// <summary>For tables: days below two years, then years and months, never rounded up.</summary>
    /// <param name="days">Days since the due day, in the time zone of the organization.</param>
    public static string OverdueBy(int days, DateOnly due)
    {
        var (years, months) = Since(due, due.AddDays(days));
        if (years < 2)
            return Texts.Count("days", days);
        return months == 0 ? Texts.Count("overdueBy.years", years) : Texts.Count("overdueBy.yearsMonths", years, months);
    }

    /// <summary>For sentences: one unit, with "almost" (from ten months on) or "more than".</summary>
    public static string OverdueByAbout(DateOnly due, DateOnly today)
    {
        var (years, months) = Since(due, today);
        if (years < 2)
            return Texts.Count("days", today.DayNumber - due.DayNumber);
        return months >= 10 ? Texts.Count("overdueBy.almost", years + 1) : Texts.Count("overdueBy.moreThan", years);
    }

    /// <summary>The name of a value where it stands alone, with a capital letter.</summary>
    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], Language) + word[1..];

    /// <summary>A name inside a sentence, kept apart from the writing direction around it (the characters of <c>bdi</c>).</summary>
    public static string Name(string name) => $"\u2068{name}\u2069";

    /// <param name="code">Null or "unknown" where the country is not known.</param>
    public static string Country(string? code) =>
        code is null or Codes.UnknownCountry
            ? Texts.Page("country.unknown")
            : Countries.Find(code)?.Name.In(Language.TwoLetterISOLanguageName) ?? code;

    public static string Goal(int goal) => SdgGoals.Find(goal)!.ShortTitle.In(Language.TwoLetterISOLanguageName);

    /// <summary>The text of a percentage in SVG: invariant, whatever the reader's culture.</summary>
    public static string Percent(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Pixels(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A sentence with its **important** part marked.</summary>
    public static MarkupString Rich(string text) => new(Important().Replace(HtmlEncoder.Default.Encode(text), "<b>$1</b>"));

    /// <summary>
    /// A text in which each <see cref="Name"/> is an element <c>bdi</c>, so that a long name can be broken anywhere and the words around it
    /// cannot.
    /// </summary>
    public static MarkupString Isolated(string text) =>
        new(
            HtmlEncoder
                .Default.Encode(text)
                .Replace("&#x2068;", "<bdi>", StringComparison.Ordinal)
                .Replace("&#x2069;", "</bdi>", StringComparison.Ordinal)
        );

    private static string Joined(string pair, IEnumerable<string?> parts) =>
        parts.OfType<string>().Aggregate((string?)null, (all, next) => all is null ? next : Texts.Page(pair, all, next)) ?? "";

    private static (int Years, int Months) Since(DateOnly due, DateOnly today)
    {
        var months = ((today.Year - due.Year) * 12) + today.Month - due.Month - (today.Day < due.Day ? 1 : 0);
        return (months / 12, months % 12);
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Important();
}
