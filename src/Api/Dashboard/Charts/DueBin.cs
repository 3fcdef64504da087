using System.Globalization;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dashboard;

namespace PartnershipTracker.Api.Dashboard.Charts;

/// <summary>
/// One bar of the due dates: a month where all dates are close to today, a year otherwise. The far past and the far future are one bar
/// each.
/// </summary>
/// <param name="Period">"Nov 2026" or "2050"; for an open period the year before or after which it lies.</param>
/// <param name="From">The first due day counted; null if the period has no beginning.</param>
/// <param name="To">The last due day counted; null if the period has no end.</param>
public sealed record DueBin(string Period, DateOnly? From, DateOnly? To, int Total, int Overdue, bool HoldsToday)
{
    /// <summary>"2050" or "before 2014", for tables and axes.</summary>
    public string Name =>
        From is null ? Texts.Page("due.earlier", Period)
        : To is null ? Texts.Page("due.later", Period)
        : Period;

    /// <summary>"12 in 2050" or "12 before 2014".</summary>
    public string Label =>
        From is null ? Texts.Page("due.label.before", Format.Number(Total), Period)
        : To is null ? Texts.Page("due.label.after", Format.Number(Total), Period)
        : Texts.Page("due.label", Format.Number(Total), Period);

    private const int MaxMonths = 36;
    private const int YearsBack = 12;
    private const int YearsAhead = 36;

    public static List<DueBin> Of(IReadOnlyList<MonthCount> months, DateOnly today)
    {
        var start = Min(Month(months[0]), FirstOfMonth(today));
        var end = Max(Month(months[^1]), FirstOfMonth(today));
        return Index(end) - Index(start) < MaxMonths ? ByMonth(months, today, start, end) : ByYear(months, today);
    }

    private static List<DueBin> ByMonth(IReadOnlyList<MonthCount> months, DateOnly today, DateOnly start, DateOnly end)
    {
        var counts = months.ToDictionary(Month);
        var bins = new List<DueBin>();
        for (var month = start; month <= end; month = month.AddMonths(1))
        {
            var count = counts.GetValueOrDefault(month);
            bins.Add(
                new DueBin(
                    month.ToString("MMM yyyy", CultureInfo.CurrentCulture),
                    month,
                    month.AddMonths(1).AddDays(-1),
                    count?.Total ?? 0,
                    count?.Overdue ?? 0,
                    month == FirstOfMonth(today)
                )
            );
        }

        return bins;
    }

    private static List<DueBin> ByYear(IReadOnlyList<MonthCount> months, DateOnly today)
    {
        var first = Math.Max(Math.Min(months[0].Year, today.Year), today.Year - YearsBack);
        var last = Math.Min(Math.Max(months[^1].Year, today.Year), today.Year + YearsAhead);
        var bins = new List<DueBin>();
        if (months[0].Year < first)
            bins.Add(Make(Year(first), null, first - 1));
        for (var year = first; year <= last; year++)
            bins.Add(Make(Year(year), year, year));
        if (months[^1].Year > last)
            bins.Add(Make(Year(last), last + 1, null));
        return bins;

        DueBin Make(string period, int? from, int? to)
        {
            var inside = months.Where(m => (from is null || m.Year >= from) && (to is null || m.Year <= to)).ToList();
            return new DueBin(
                period,
                from is { } f ? new DateOnly(f, 1, 1) : null,
                to is { } t ? new DateOnly(t, 12, 31) : null,
                inside.Sum(m => m.Total),
                inside.Sum(m => m.Overdue),
                from == today.Year && to == today.Year
            );
        }
    }

    private static string Year(int year) => year.ToString(CultureInfo.CurrentCulture);

    private static DateOnly Month(MonthCount month) => new(month.Year, month.Month, 1);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static int Index(DateOnly month) => (month.Year * 12) + month.Month;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
