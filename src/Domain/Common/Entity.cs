namespace PartnershipTracker.Domain.Common;

/// <summary>A stored thing. <see cref="Seq"/> is the order of saving, given by the database; ids say who, never when.</summary>
public abstract class Entity
{
    public long Seq { get; private set; }
}

/// <summary>A stored thing that people list, and ask what of it changed since they last looked.</summary>
public abstract class TrackedEntity : Entity
{
    /// <summary>When it was last saved with a change; set by saving.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public void Saved(DateTimeOffset now) => UpdatedAt = now;
}
