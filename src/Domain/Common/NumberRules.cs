namespace PartnershipTracker.Domain.Common;

/// <summary>
/// How exact numbers are: both databases keep six decimals (numeric(24,6)), so more are rounded before anybody is told what was saved.
/// The largest number is <see cref="Limits.Number"/>.
/// </summary>
public static class NumberRules
{
    public const int Digits = 24;
    public const int Decimals = 6;

    /// <summary>Decimals of a share in percent.</summary>
    public const int ShareDecimals = 2;

    public static decimal Stored(decimal number) => Math.Round(number, Decimals, MidpointRounding.AwayFromZero);

    public static decimal? Stored(decimal? number) => number is { } given ? Stored(given) : null;

    /// <summary>A share in percent.</summary>
    public static decimal? Share(decimal? percent) =>
        percent is { } given ? Math.Round(given, ShareDecimals, MidpointRounding.AwayFromZero) : null;
}
