namespace PartnershipTracker.Domain.Common;

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
