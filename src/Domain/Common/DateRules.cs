using System.Globalization;

namespace PartnershipTracker.Domain.Common;

/// <summary>The days we can reckon with: spreadsheets know none before 1900, and a day must have others around it.</summary>
public static class DateRules
{
    public static readonly DateOnly Earliest = new(1900, 1, 1);
    public static readonly DateOnly Latest = new(2200, 12, 31);

    public static bool IsInReach(DateOnly day) => day >= Earliest && day <= Latest;

    /// <summary>As the sentences name a day.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
