using System.Globalization;

namespace PartnershipTracker.Domain.Common;

/// <summary>
/// The days that are accepted: spreadsheets have none before 1900, and calculations must not reach the limits of the calendar.
/// </summary>
public static class DateRules
{
    public static readonly DateOnly Earliest = new(1900, 1, 1);
    public static readonly DateOnly Latest = new(2200, 12, 31);

    public static bool IsInRange(DateOnly day) => day >= Earliest && day <= Latest;

    /// <summary>The day as yyyy-MM-dd.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a day that is written as yyyy-MM-dd.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
