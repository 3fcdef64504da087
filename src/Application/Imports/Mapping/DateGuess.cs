using System.Globalization;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>A date that can be read with the day or with the month first.</summary>
public sealed record AmbiguousDate(string Column, string Text, DateOnly DayFirst, DateOnly MonthFirst);

/// <summary>
/// Proposes the forms of the dates in some columns. Whether the day or the month comes first is decided by the dates that fit one of the
/// two only, such as 31/12/2026; if there are none, or both, a person is asked.
/// </summary>
internal sealed record DateGuess(IReadOnlyList<string> Formats, DateOrder? Order, IReadOnlyList<AmbiguousDate> AmbiguousDates)
{
    private const int MaxAsked = 3;
    private const int MaxLength = 40;

    private static readonly List<(string Text, DateFormat Format)> Candidates =
    [
        .. new[]
        {
            "d/M/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "d/M/yy",
            "d.M.yy",
            "d-M-yy",
            "M/d/yyyy",
            "M.d.yyyy",
            "M-d-yyyy",
            "M/d/yy",
            "M-d-yy",
            "d/M/yyyy H:mm",
            "d/M/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            "M/d/yyyy H:mm:ss",
            "yyyy-M-d",
            "yyyy-M-d H:mm",
            "yyyy-M-d H:mm:ss",
            "yyyy/M/d",
            "yyyy.M.d",
            "yyyy'年'M'月'd'日'",
            "yyyy'年'M'月'",
            "d MMM yyyy",
            "d-MMM-yyyy",
            "d-MMM-yy",
            "d/MMM/yyyy",
            "MMM d, yyyy",
            "MMM d yyyy",
            "MMM yyyy",
            "MMM-yyyy",
            "MMM-yy",
            "MMM yy",
            "M/yyyy",
            "M.yyyy",
            "M-yyyy",
            "yyyy-M",
            "Qq yyyy",
            "yyyy Qq",
            "Qq-yyyy",
            "yyyy'年'",
            "yyyy",
        }.Select(text => (text, new DateFormat(text))),
    ];

    /// <param name="years">Whether a year alone counts as a date.</param>
    public static bool IsDate(string text, bool years) =>
        text.Length <= MaxLength
        && text.Any(char.IsDigit)
        && (DateRules.TryRead(text, out _) || IsStored(text) || IsCandidate(text, years));

    private static bool IsCandidate(string text, bool years) =>
        Candidates.Exists(c =>
            (years || c.Text is not "yyyy") && c.Format.Read(text, PartialDates.LastDay) is { } day && DateRules.IsInRange(day)
        );

    public static DateGuess Of(IEnumerable<ColumnSample> columns)
    {
        var dates = columns
            .SelectMany(column =>
                column.Distinct.Where(value => !DateRules.TryRead(value, out _) && !IsStored(value)).Select(value => (column.Name, value))
            )
            .Select(date => (date.Name, date.value, Readings: Readings(date.value)))
            .Where(date => date.Readings.Count > 0)
            .ToList();
        var dayFirst = dates.Exists(date => date.Readings.TrueForAll(r => r.Format.Order == DateOrder.DayFirst));
        var monthFirst = dates.Exists(date => date.Readings.TrueForAll(r => r.Format.Order == DateOrder.MonthFirst));
        DateOrder? order =
            dayFirst && !monthFirst ? DateOrder.DayFirst
            : monthFirst && !dayFirst ? DateOrder.MonthFirst
            : null;
        var formats = Candidates
            .Where(candidate =>
                (order is null || candidate.Format.Order is null || candidate.Format.Order == order)
                && dates.Exists(date => date.Readings.Exists(r => r.Text == candidate.Text))
            )
            .Select(candidate => candidate.Text)
            .ToList();
        var asked = order is null
            ? dates.SelectMany(date => Ambiguous(date.Name, date.value, date.Readings) is { } one ? [one] : Array.Empty<AmbiguousDate>())
            : [];
        return new DateGuess(formats, order, [.. asked.Take(MaxAsked)]);
    }

    private static List<(string Text, DateFormat Format, DateOnly Day)> Readings(string value) =>
        Candidates
            .Select(c => (c.Text, c.Format, Day: c.Format.Read(value, PartialDates.LastDay)))
            .Where(r => r.Day is { } day && DateRules.IsInRange(day))
            .Select(r => (r.Text, r.Format, r.Day!.Value))
            .ToList();

    private static AmbiguousDate? Ambiguous(string column, string text, List<(string Text, DateFormat Format, DateOnly Day)> readings)
    {
        var (day, month) = (
            readings.Find(r => r.Format.Order == DateOrder.DayFirst),
            readings.Find(r => r.Format.Order == DateOrder.MonthFirst)
        );
        return day.Format is null || month.Format is null || day.Day == month.Day
            ? null
            : new AmbiguousDate(column, text, day.Day, month.Day);
    }

    /// <summary>How a date cell of a workbook with a time of day is read.</summary>
    private static bool IsStored(string text) =>
        text.Length == 19 && text[10] == 'T' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
