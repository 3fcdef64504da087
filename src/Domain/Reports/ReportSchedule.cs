using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Reports;

public readonly record struct ReportScheduleId(Guid Value)
{
    public static ReportScheduleId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// When an accountability report is sent and to whom. <see cref="NextRunAt"/> is stored, so that a missed run is made up for once.
/// </summary>
public sealed class ReportSchedule : AggregateRoot
{
    public const int MaxRecipients = 100;

    private ReportSchedule() { }

    public ReportScheduleId Id { get; private set; }

    public string Name { get; private set; } = "";

    public AccountabilityReportFrequency Frequency { get; private set; }

    public DayOfWeek? DayOfWeek { get; private set; }

    public int? DayOfMonth { get; private set; }

    public int Hour { get; private set; }

    /// <summary>IANA id.</summary>
    public string TimeZone { get; private set; } = "";

    public IReadOnlyList<string> Recipients { get; private set; } = [];

    public string Language { get; private set; } = "en";

    public ReportFilter Filter { get; private set; } = new();

    /// <summary>Null when the schedule is stopped.</summary>
    public DateTimeOffset? NextRunAt { get; private set; }

    public static ReportSchedule Create(ReportScheduleTerms terms, DateTimeOffset now)
    {
        var schedule = new ReportSchedule { Id = ReportScheduleId.New() };
        schedule.Set(terms);
        schedule.NextRunAt = schedule.NextAfter(now);
        schedule.Raise(new AccountabilityReportScheduled(schedule.Id, schedule.Name, schedule.Frequency));
        return schedule;
    }

    /// <summary>
    /// Replaces all terms. The next run follows from the new ones, but one that is due already stays due. A stopped schedule stays stopped.
    /// </summary>
    public void Revise(ReportScheduleTerms terms, DateTimeOffset now)
    {
        Set(terms);
        if (NextRunAt > now)
            NextRunAt = NextAfter(now);
        Raise(new AccountabilityReportScheduleRevised(Id, Name, Frequency, Recipients.Count));
    }

    /// <summary>Called when a report was made. Of several missed runs only one is made up for: the next run is in the future.</summary>
    public void MoveOn(DateTimeOffset now)
    {
        if (NextRunAt <= now)
            NextRunAt = NextAfter(now);
    }

    public void Stop()
    {
        if (NextRunAt is null)
            return;
        NextRunAt = null;
        Raise(new AccountabilityReportScheduleStopped(Id, Name));
    }

    /// <summary>Continues a stopped schedule. What was missed meanwhile is not made up for.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (NextRunAt is not null)
            return;
        NextRunAt = NextAfter(now);
        Raise(new AccountabilityReportScheduleResumed(Id, Name));
    }

    /// <returns>The first planned instant after the given one. Where a change to summer time skips the hour, the first local time that
    /// exists.</returns>
    public DateTimeOffset NextAfter(DateTimeOffset instant)
    {
        var zone = Codes.TimeZone(TimeZone);
        var day = DueDay.Today(instant, zone).AddDays(-1);
        while (true)
        {
            day = day.AddDays(1);
            if (!IsPlanned(day))
                continue;
            var planned = LocalHour.On(day, Hour, zone);
            if (planned > instant)
                return planned;
        }
    }

    private void Set(ReportScheduleTerms terms)
    {
        Name = terms.Name.Trim();
        Frequency = terms.Frequency;
        DayOfWeek = terms.Frequency == AccountabilityReportFrequency.Weekly ? terms.DayOfWeek ?? System.DayOfWeek.Monday : null;
        DayOfMonth = terms.Frequency == AccountabilityReportFrequency.Monthly ? terms.DayOfMonth ?? 1 : null;
        Hour = terms.Hour;
        TimeZone = Codes.TimeZone(terms.TimeZone).Id;
        Recipients = [.. terms.Recipients.Select(Email.Normalize).Distinct()];
        Language = terms.Language;
        Filter = terms.Filter is null
            ? new ReportFilter()
            : terms.Filter with
            {
                CountryCode = terms.Filter.CountryCode is { } country ? Codes.Country(country, "filter.countryCode") : null,
            };
    }

    private bool IsPlanned(DateOnly day) =>
        Frequency == AccountabilityReportFrequency.Weekly
            ? day.DayOfWeek == DayOfWeek
            : day.Day == Math.Min(DayOfMonth!.Value, DateTime.DaysInMonth(day.Year, day.Month));
}
