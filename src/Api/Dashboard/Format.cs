using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Api.Dashboard;

/// <summary>How pages speak of numbers, shares, times and names. The sentences are in <c>Pages.resx</c>.</summary>
internal static partial class Format
{
    /// <summary>Below this many cases a share says nothing.</summary>
    private const int MinCasesForShare = 10;

    /// <summary>The language the sentences are in: the reader's, or English while theirs is missing.</summary>
    public static CultureInfo Language => CultureInfo.GetCultureInfo(Texts.Page("language"));

    public static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.CurrentCulture);

    /// <summary>"1.2 MB", in thousands.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => Texts.Page("size.bytes", bytes),
        < 1_000_000 => Texts.Page("size.kilobytes", Number(Math.Round(bytes / 1000m))),
        _ => Texts.Page("size.megabytes", Number(Math.Round(bytes / 1_000_000m, 1))),
    };

    /// <summary>"14 in 100"; null where there are too few cases or none is meant.</summary>
    public static string? Share(int part, int of) => of < MinCasesForShare ? null : (part * 100m / of) switch
    {
        0 => null,
        < 1 => Texts.Page("share.below"),
        var share => Texts.Page("share", Math.Floor(share)),
    };

    /// <summary>"More than a third": a share as the beginning of a sentence.</summary>
    public static string Fraction(int part, int of) => (part * 100m / of) switch
    {
        100 => Texts.Page("fraction.all"),
        >= 90 => Texts.Page("fraction.almostAll"),
        > 50 => Texts.Page("fraction.aboveHalf"),
        50 => Texts.Page("fraction.half"),
        >= 45 => Texts.Page("fraction.almostHalf"),
        > 33.3m => Texts.Page("fraction.aboveThird"),
        >= 30 => Texts.Page("fraction.almostThird"),
        > 25 => Texts.Page("fraction.aboveQuarter"),
        >= 22 => Texts.Page("fraction.almostQuarter"),
        > 20 => Texts.Page("fraction.aboveFifth"),
        var share => Texts.Page("fraction.share", Math.Floor(share)),
    };

    /// <summary>For tables: days under two years of lateness, then years and months, never rounded up.</summary>
    /// <param name="days">Since the due day, where the partner is.</param>
    public static string OverdueBy(int days, DateOnly due)
    {
        var (years, months) = Since(due, due.AddDays(days));
        return years < 2 ? Texts.Count("days", days) : months == 0 ? Texts.Page("overdueBy.years", years) : Texts.Page("overdueBy.yearsMonths", years, months);
    }

    /// <summary>For sentences: one unit, with "almost" (from ten months on) or "more than".</summary>
    public static string OverdueByAbout(DateOnly due, DateOnly today)
    {
        var (years, months) = Since(due, today);
        if (years < 2) return Texts.Count("days", today.DayNumber - due.DayNumber);
        return months >= 10 ? Texts.Page("overdueBy.almost", years + 1) : Texts.Page("overdueBy.moreThan", years);
    }

    /// <summary>A name inside a sentence, kept apart from the writing direction around it (the characters of <c>bdi</c>).</summary>
    public static string Name(string name) => $"\u2068{name}\u2069";

    public static string Country(string code) => Countries.Find(code)?.Name.In(Language.TwoLetterISOLanguageName) ?? code;

    public static string Goal(int goal) => SdgGoals.Find(goal)!.ShortTitle.In(Language.TwoLetterISOLanguageName);

    /// <summary>The text of a percentage in SVG: invariant, whatever the reader's culture.</summary>
    public static string Percent(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static string Pixels(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A sentence with its **important** part marked.</summary>
    public static MarkupString Rich(string text) => new(Important().Replace(HtmlEncoder.Default.Encode(text), "<b>$1</b>"));

    private static (int Years, int Months) Since(DateOnly due, DateOnly today)
    {
        var months = ((today.Year - due.Year) * 12) + today.Month - due.Month - (today.Day < due.Day ? 1 : 0);
        return (months / 12, months % 12);
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Important();
}
