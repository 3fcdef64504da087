namespace PartnershipTracker.Api.Demo;

/// <summary>
/// What happens in a sample, at the time at which it happens. A sample counts its days from today: -30 is thirty days ago, 14 in two weeks.
/// Everything that happens lies in the past; only dates that people name, such as due dates, may lie ahead.
/// </summary>
internal sealed class SampleDays(DemoClock clock)
{
    /// <summary>At noon UTC it is the same day nearly everywhere, so that no date is in the future for anybody who acts.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private readonly DateOnly _today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    private readonly List<(DateTimeOffset At, Func<Task> Happens)> _steps = [];

    public DateOnly Date(int day) => _today.AddDays(day);

    /// <summary>Adds what happens on a day. On the same day, things happen in the order in which they are added.</summary>
    public void On(int day, Func<Task> happens) => At(new DateTimeOffset(Date(day), Noon, TimeSpan.Zero), happens);

    /// <inheritdoc cref="On"/>
    /// <exception cref="InvalidDataException">It does not lie before today.</exception>
    public void At(DateTimeOffset time, Func<Task> happens)
    {
        if (DateOnly.FromDateTime(time.UtcDateTime) >= _today)
            throw new InvalidDataException($"The sample has something happen on {time:O}, but {_today:O} is today.");
        _steps.Add((time, happens));
    }

    /// <summary>Lets the days pass: everything happens in the order of its time, and the clock shows that time meanwhile.</summary>
    public async Task PassAsync(CancellationToken ct)
    {
        try
        {
            foreach (var (at, happens) in _steps.OrderBy(step => step.At))
            {
                ct.ThrowIfCancellationRequested();
                clock.Shown = at;
                await happens();
            }
        }
        finally
        {
            clock.Shown = null;
        }
    }
}
