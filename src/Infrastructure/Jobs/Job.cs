namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// The state of one recurring command, shared by all nodes: whoever holds the lease works, and the row says how the last run ended.
/// The engine is only the clock; nothing depends on tables of its own.
/// </summary>
public sealed class Job(string name)
{
    public string Name { get; private set; } = name;

    /// <summary>A paused job is not started; set by hand.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Until when one node has it to itself; a node that dies loses it then.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset? LastStartedAt { get; private set; }

    public DateTimeOffset? LastSucceededAt { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    /// <summary>The kind of the last failure; never its message, which may hold an address.</summary>
    public string? LastFailure { get; private set; }
}
