using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Configuration;

/// <summary>Lists every setting of the installation with its meaning. They are changed by the operator and not in the program.</summary>
[Needs(Right.Administer)]
public sealed record ListSettings : IRequest<Page<SettingDetails>>;

/// <summary>A setting of the installation.</summary>
/// <param name="Key">As in messages and in code, e.g. <c>Mail:Mode</c>.</param>
/// <param name="Variable">The environment variable that sets it, e.g. <c>Mail__Mode</c>.</param>
/// <param name="Meaning">A sentence in the reader's language.</param>
/// <param name="Value">The value in effect, also where it is the default; null for none and for a secret.</param>
/// <param name="Default">Null where there is none, or where it follows from other settings.</param>
/// <param name="IsSet">Whether the operator has set it.</param>
/// <param name="IsSecret">Its value is never shown; <paramref name="IsSet"/> says whether there is one.</param>
public sealed record SettingDetails(
    string Key,
    string Variable,
    string Meaning,
    string? Value,
    string? Default,
    SettingUnit? Unit,
    bool IsSet,
    bool IsSecret
);

internal sealed class ListSettingsHandler(ISettings settings) : IRequestHandler<ListSettings, Page<SettingDetails>>
{
    public Task<Page<SettingDetails>> Handle(ListSettings query, CancellationToken ct)
    {
        List<SettingDetails> all = [.. settings.All.Select(Describe)];
        return Task.FromResult(new Page<SettingDetails>(all, null, all.Count));
    }

    private static SettingDetails Describe(Setting setting) =>
        new(
            setting.Key,
            setting.Key.Replace(":", "__", StringComparison.Ordinal),
            Texts.Word($"setting.{setting.Key}"),
            setting.Value,
            setting.Default,
            setting.Unit,
            setting.IsSet,
            setting.IsSecret
        );
}
