using System.Globalization;
using Microsoft.Extensions.Configuration;
using PartnershipTracker.Application.Configuration;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>One class of settings, registered by <see cref="Settings.AddSettings{T}"/>.</summary>
/// <param name="Bound">The class with the values in effect.</param>
internal sealed record SettingsSection(string Name, Type Type, Func<object> Bound);

/// <summary>All settings: the properties of every registered class, and the few that are read by their name.</summary>
internal sealed class SettingsList(IConfiguration configuration, IEnumerable<SettingsSection> sections) : ISettings
{
    private static readonly (string Key, string? Default)[] ReadByName =
    [
        ("Tracker:PublicUrl", null),
        ("Database:Provider", nameof(DatabaseProvider.Sqlite)),
        ("ConnectionStrings:Tracker", null),
        ("Jobs:Enabled", "true"),
        ("Telemetry:Otlp", null),
    ];

    /// <summary>A connection string may hold a password.</summary>
    private static readonly string[] Secrets = ["Bootstrap:ApiKey", "ConnectionStrings:Tracker", "Mail:Smtp:Password"];

    private static readonly Dictionary<string, SettingUnit> Units = new()
    {
        ["Evidence:MaxMegabytes"] = SettingUnit.Megabytes,
        ["RateLimit:PerMinute"] = SettingUnit.RequestsPerMinute,
        ["Rules:InitiativeDays"] = SettingUnit.Days,
        ["Rules:LinkDays"] = SettingUnit.Days,
        ["Rules:OffTrackMargin"] = SettingUnit.PercentagePoints,
        ["Rules:ReportDeadlineDays"] = SettingUnit.Days,
        ["Rules:ReviewDays"] = SettingUnit.Days,
    };

    public IReadOnlyList<Setting> All =>
        [
            .. ReadByName
                .Select(read => Of(read.Key, Blank.ToNull(configuration[read.Key]) ?? read.Default, read.Default))
                .Concat(sections.SelectMany(section => Of(section.Name, section.Bound(), Activator.CreateInstance(section.Type)!)))
                .OrderBy(setting => setting.Key, StringComparer.Ordinal),
        ];

    private IEnumerable<Setting> Of(string section, object bound, object fresh) =>
        SettingsBinder
            .PropertiesOf(bound)
            .SelectMany(property =>
                SettingsBinder.IsSection(property, bound)
                    ? Of($"{section}:{property.Name}", property.GetValue(bound)!, property.GetValue(fresh)!)
                    : [Of($"{section}:{property.Name}", Readable(property.GetValue(bound)), Readable(property.GetValue(fresh)))]
            );

    private Setting Of(string key, string? value, string? otherwise)
    {
        var isSecret = Secrets.Contains(key);
        return new Setting(
            key,
            isSecret ? null : WithoutPassword(value),
            otherwise,
            Units.TryGetValue(key, out var unit) ? unit : null,
            Blank.ToNull(configuration[key]) is not null,
            isSecret
        );
    }

    private static string? Readable(object? value) =>
        value switch
        {
            bool yes => yes ? "true" : "false",
            _ => Blank.ToNull(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };

    /// <summary>An address may hold the password of a user.</summary>
    private static string? WithoutPassword(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? value!.Replace(address.UserInfo, "…", StringComparison.Ordinal)
            : value;
}
