namespace PartnershipTracker.Api.Demo;

/// <summary>
/// The clock of the demonstration. While a sample is entered it shows the days on which its people act, so that deadlines, results and the
/// history come about as they do when time passes; otherwise it shows the real time. Public for the tests.
/// </summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    /// <summary>The time that it shows (UTC); null for the real time.</summary>
    public DateTimeOffset? Shown { get; set; }

    public override DateTimeOffset GetUtcNow() => Shown ?? real.GetUtcNow();
}
