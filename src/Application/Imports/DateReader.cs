using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>Reads dates as a file writes them. Date cells of a workbook and dates as 2026-12-31 are always read.</summary>
/// <param name="formats">Other forms of dates, in any order.</param>
/// <param name="order">Decides where a date fits several forms; null if it is not known.</param>
/// <param name="partial">Which day a month, a quarter or a year stands for.</param>
internal sealed class DateReader(IReadOnlyList<string> formats, DateOrder? order, PartialDates partial)
{
    public static readonly DateReader Iso = new([], null, PartialDates.LastDay);

    private readonly List<DateFormat> _formats = [.. formats.Select(format => new DateFormat(format))];

    /// <summary>The forms that are read, for refusals.</summary>
    public string Formats => string.Join(", ", formats.Prepend("yyyy-MM-dd").Distinct());

    public bool ReadsOthers => _formats.Count > 0;

    /// <param name="isStart">A month, a quarter or a year then stands for its first day.</param>
    /// <returns>One day; several if it is not known which is meant; none if the text is no date.</returns>
    public IReadOnlyList<DateOnly> Read(string text, bool isStart)
    {
        // A date cell with a time of day.
        var day = text.Length > 11 && text[10] == 'T' ? text[..10] : text;
        if (DateRules.TryRead(day, out var iso))
            return [iso];
        var part = isStart ? PartialDates.FirstDay : partial;
        var read = _formats
            .Select(format => (format.Order, Day: format.Read(text, part)))
            .Where(reading => reading.Day is not null)
            .DistinctBy(reading => reading.Day)
            .ToList();
        if (read.Count > 1 && order is { } known && read.Find(reading => reading.Order == known).Day is { } meant)
            return [meant];
        return [.. read.Select(reading => reading.Day!.Value)];
    }
}
