using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Imports.Profiles;

/// <summary>A profile that is kept under a name.</summary>
public record SavedProfile
{
    public string Name { get; init; } = "";

    /// <summary>Who saved it last.</summary>
    public string SavedBy { get; init; } = "";

    public DateTimeOffset SavedAt { get; init; }

    public int Version { get; init; }
}

/// <summary>A profile that is kept under a name, with its content.</summary>
public sealed record SavedProfileDetails : SavedProfile
{
    /// <summary>As an import takes it.</summary>
    public JsonElement Profile { get; init; }
}

internal static class SavedProfiles
{
    /// <exception cref="DomainException">No profile has this name.</exception>
    public static Task<SavedImportProfile> NamedAsync(this IQueryable<SavedImportProfile> profiles, string name, CancellationToken ct)
    {
        var key = TextKey.Of(name);
        return profiles.GetAsync("importProfile", p => p.NameKey == key, ct);
    }

    public static async Task<IReadOnlyList<SavedProfile>> AsItemsAsync(
        this IReadOnlyList<SavedImportProfile> profiles,
        ITrackerDb db,
        ICurrentUser user,
        CancellationToken ct
    )
    {
        var names = (await HistoryNames.ReadAsync(db, user, profiles.Select(By), [], [], ct)).Actors;
        return
        [
            .. profiles.Select(profile => new SavedProfile
            {
                Name = profile.Name,
                SavedBy = names[By(profile)],
                SavedAt = profile.SavedAt,
                Version = profile.Version,
            }),
        ];
    }

    private static Actor By(SavedImportProfile profile) => new(profile.SavedByKind, profile.SavedById);
}
