namespace PartnershipTracker.Domain.Common;

/// <summary>
/// A stored object. <see cref="Seq"/> is the order of saving, assigned by the database. Ids are not ordered by time; sort by Seq.
/// </summary>
public abstract class Entity
{
    public long Seq { get; private set; }
}

/// <summary>A stored object that can be listed by the time of its last change.</summary>
public abstract class TrackedEntity : Entity
{
    /// <summary>When a change of it was last saved; set when saving.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public void Saved(DateTimeOffset now) => UpdatedAt = now;
}
