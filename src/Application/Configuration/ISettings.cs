namespace PartnershipTracker.Application.Configuration;

/// <summary>What the operator has set, as it is in effect.</summary>
public interface ISettings
{
    IReadOnlyList<Setting> All { get; }
}

public enum SettingUnit
{
    Days,
    Megabytes,
    PercentagePoints,
    RequestsPerMinute,
}

/// <param name="Key">E.g. <c>Mail:Mode</c>.</param>
/// <param name="Value">In effect, also where it is the default; null for none and for a secret.</param>
/// <param name="IsSet">Whether the operator has set it.</param>
/// <param name="IsSecret">Its value is never shown.</param>
public sealed record Setting(string Key, string? Value, string? Default, SettingUnit? Unit, bool IsSet, bool IsSecret);
