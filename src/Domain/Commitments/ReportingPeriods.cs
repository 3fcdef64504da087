namespace PartnershipTracker.Domain.Commitments;

/// <summary>Calendar periods of a reporting frequency.</summary>
public static class ReportingPeriods
{
    /// <returns>The length in months; 0 for <see cref="ReportingFrequency.None"/>.</returns>
    public static int Months(this ReportingFrequency frequency) =>
        frequency switch
        {
            ReportingFrequency.None => 0,
            ReportingFrequency.Monthly => 1,
            ReportingFrequency.Quarterly => 3,
            ReportingFrequency.Semiannual => 6,
            ReportingFrequency.Annual => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
        };

    /// <returns>The first and last day of the calendar period that contains a day.</returns>
    public static (DateOnly From, DateOnly To) Of(ReportingFrequency frequency, DateOnly day)
    {
        var months = frequency.Months();
        var from = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return (from, from.AddMonths(months).AddDays(-1));
    }
}
