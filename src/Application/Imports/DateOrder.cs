namespace PartnershipTracker.Application.Imports;

/// <summary>How a date is read that fits several formats, such as 03/04/2026.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}
