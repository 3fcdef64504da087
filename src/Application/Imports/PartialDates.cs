namespace PartnershipTracker.Application.Imports;

/// <summary>Which day a month, a quarter or a year stands for.</summary>
public enum PartialDates
{
    LastDay,
    FirstDay,
}
