namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// The statements of a sweep, in the order in which they run. {0} is the current time in UTC ticks; {1}, in the statements for a single
/// row, is its id.
/// </summary>
internal sealed record SweepStatements
{
    public required IReadOnlyList<string> Clear { get; init; }

    /// <summary>Writes the cleared flags to the history.</summary>
    public required string RecordCleared { get; init; }

    public required IReadOnlyList<string> Raise { get; init; }

    /// <summary>Writes the raised flags to the history.</summary>
    public required string RecordRaised { get; init; }

    /// <summary>
    /// Inserts the webhook deliveries for these flags. Runs before <see cref="Reset"/>, because it selects rows by <c>SweepAt</c>.
    /// </summary>
    public required IReadOnlyList<string> QueueDeliveries { get; init; }

    /// <summary>Moves <c>SweepAt</c> to the next deadline; empty where each sweep looks at all that waits.</summary>
    public IReadOnlyList<string> Reset { get; init; } = [];
}
