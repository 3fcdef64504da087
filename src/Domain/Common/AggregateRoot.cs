namespace PartnershipTracker.Domain.Common;

/// <summary>
/// Objects that are loaded, changed and saved as one. Every change calls <see cref="Raise"/>: it increases the version that keeps two
/// people from overwriting each other's changes, and the raised events become the history.
/// </summary>
public abstract class AggregateRoot : TrackedEntity
{
    private readonly List<IDomainEvent> _events = [];

    public int Version { get; private set; }

    /// <summary>What has happened since the last save.</summary>
    public IReadOnlyCollection<IDomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    protected void Raise(IDomainEvent domainEvent)
    {
        Version++;
        _events.Add(domainEvent);
    }
}
