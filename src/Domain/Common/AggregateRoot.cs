namespace PartnershipTracker.Domain.Common;

/// <summary>Something that happened to an aggregate, named in the past tense. It is saved with the change and read by people as history.</summary>
public interface IDomainEvent;

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

/// <summary>
/// What is loaded, changed and saved as one. Nothing changes without <see cref="Raise"/>: it moves the version that stops two people
/// from overwriting each other, and the raised events become the history.
/// </summary>
public abstract class AggregateRoot : TrackedEntity
{
    private readonly List<IDomainEvent> _events = [];

    public int Version { get; private set; }

    /// <summary>What has happened since the last save.</summary>
    public IReadOnlyCollection<IDomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    protected void Raise(IDomainEvent happened)
    {
        Version++;
        _events.Add(happened);
    }
}
