using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Imports;

public readonly record struct SavedImportProfileId(Guid Value)
{
    public static SavedImportProfileId New() => new(Guid.CreateVersion7());
}

/// <summary>A mapping of columns that is kept under a name, for the next file of the same kind.</summary>
public sealed class SavedImportProfile : AggregateRoot
{
    private SavedImportProfile() { }

    public SavedImportProfile(string name)
    {
        Id = SavedImportProfileId.New();
        NameKey = TextKey.Of(name);
    }

    public SavedImportProfileId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique, so that two names never differ only in case, accents or spaces.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>As JSON, as an import takes it.</summary>
    public string Profile { get; private set; } = "";

    public ActorKind SavedByKind { get; private set; }

    public Guid? SavedById { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    /// <param name="name">May differ from the present one in case, accents and spaces.</param>
    /// <param name="profile">A valid profile.</param>
    public void Save(string name, string profile, Actor by, DateTimeOffset now)
    {
        Name = name.Trim();
        Profile = profile;
        (SavedByKind, SavedById) = (by.Kind, by.Id);
        SavedAt = now;
        Raise(new ImportProfileSaved(Id, Name));
    }

    public void Remove() => Raise(new ImportProfileRemoved(Id, Name));
}
