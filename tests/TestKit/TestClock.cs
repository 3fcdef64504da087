using System.Globalization;

namespace PartnershipTracker.TestKit;

/// <summary>A clock that shows the time set by a test.</summary>
public sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <param name="instant">ISO 8601, such as 2026-11-21T06:00:00Z.</param>
    public void Set(string instant) => Now = Instant(instant);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
