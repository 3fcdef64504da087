using System.Globalization;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.HealthChecks;

public readonly record struct HealthCheckRoundId(Guid Value)
{
    public static HealthCheckRoundId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One round of the health check of a partnership. Its results are shown only after it has closed, because whoever sees them change with
/// each answer would see that answer.
/// </summary>
public sealed class HealthCheckRound : AggregateRoot, IHasHistory
{
    public const int MinDays = 7,
        MaxDays = 92,
        RemindDaysBefore = 3;

    /// <summary>How many days a round is open that opens by itself.</summary>
    public const int DefaultDays = 21;

    /// <summary>The shortest and the longest time after which the next round can open by itself, in months.</summary>
    public const int MinMonths = 1,
        MaxMonths = 24;

    /// <summary>A day ends last in the time zone UTC−12.</summary>
    private static readonly TimeSpan LastPlaceOnEarth = TimeSpan.FromHours(-12);

    private HealthCheckRound() { }

    public HealthCheckRoundId Id { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>Its place among the rounds of the partnership, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it asks about, e.g. "Second half of 2026".</summary>
    public string Period { get; private set; } = "";

    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day on which it can be answered, wherever the respondent is.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The start of its first day, UTC.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>When its last day has ended everywhere.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>The version of the instrument that it was opened with.</summary>
    public int InstrumentVersion { get; private set; }

    /// <summary>How many people were sent a link.</summary>
    public int Invited { get; private set; }

    /// <summary>How many of them answered.</summary>
    public int Answers { get; private set; }

    /// <summary>When those who had not answered were reminded; null until then.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When its end was written to the history; null until then.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public HistorySubject HistorySubject => new(null, null, PartnershipId.Value);

    /// <param name="number">The number of its earlier rounds, and one.</param>
    /// <param name="today">UTC.</param>
    public static HealthCheckRound Open(
        Partnership partnership,
        int number,
        string period,
        DateOnly opensOn,
        DateOnly closesOn,
        DateOnly today
    )
    {
        if (partnership.Status != PartnershipStatus.Active)
            throw HealthCheckErrors.NotActive(partnership.Status);
        if (opensOn < today)
            throw HealthCheckErrors.OpensInThePast(today);
        if (closesOn.DayNumber - opensOn.DayNumber + 1 < MinDays)
            throw HealthCheckErrors.TooShort(MinDays);
        if (closesOn.DayNumber - opensOn.DayNumber + 1 > MaxDays)
            throw HealthCheckErrors.TooLong(MaxDays);

        var round = new HealthCheckRound
        {
            Id = HealthCheckRoundId.New(),
            PartnershipId = partnership.Id,
            Number = number,
            Period = period.Trim(),
            OpensOn = opensOn,
            ClosesOn = closesOn,
            OpensAt = new DateTimeOffset(opensOn, TimeOnly.MinValue, TimeSpan.Zero),
            ClosesAt = new DateTimeOffset(closesOn.AddDays(1), TimeOnly.MinValue, LastPlaceOnEarth).ToUniversalTime(),
            InstrumentVersion = HealthInstrument.CurrentVersion,
        };
        round.Raise(new HealthCheckRoundOpened(round.Id, partnership.Id, round.Period, opensOn, closesOn, HealthInstrument.CurrentVersion));
        return round;
    }

    /// <summary>Opens a round that is due because the partnership planned it. It asks about the months before.</summary>
    /// <param name="number">The number of its earlier rounds, and one.</param>
    /// <param name="months">After so many months the next one opens.</param>
    /// <param name="today">UTC.</param>
    public static HealthCheckRound OpenPlanned(Partnership partnership, int number, int months, DateOnly today) =>
        Open(partnership, number, MonthsBefore(today, months), today, today.AddDays(DefaultDays - 1), today);

    /// <returns>
    /// The first day on which another round can open, UTC: the last day of a round ends everywhere at noon of the next day.
    /// </returns>
    public static DateOnly FreeAfter(DateOnly closesOn) => closesOn.AddDays(2);

    public HealthCheckState StateAt(DateTimeOffset now) =>
        CancelledAt is not null ? HealthCheckState.Cancelled
        : ClosesAt <= now ? HealthCheckState.Closed
        : OpensAt <= now ? HealthCheckState.Open
        : HealthCheckState.Planned;

    /// <summary>Its links stop working. The caller erases its answers and their number.</summary>
    public void Cancel(string reason, DateTimeOffset now)
    {
        if (StateAt(now) is var state and not (HealthCheckState.Planned or HealthCheckState.Open))
            throw HealthCheckErrors.HasEnded(state);
        CancelledAt = now;
        Raise(new HealthCheckRoundCancelled(Id, PartnershipId, Period, reason));
    }

    /// <summary>Those who have not answered were reminded.</summary>
    public void Reminded(DateTimeOffset now) => RemindedAt = now;

    /// <summary>Writes to the history that it has ended, once.</summary>
    public void Close(DateTimeOffset now)
    {
        if (ClosedAt is not null || StateAt(now) != HealthCheckState.Closed)
            return;
        ClosedAt = now;
        Raise(new HealthCheckRoundClosed(Id, PartnershipId, Period, Answers, Invited));
    }

    /// <summary>The months before a day, as ISO 8601 writes them, because members read it in several languages.</summary>
    private static string MonthsBefore(DateOnly day, int months)
    {
        var last = Month(day.AddMonths(-1));
        return months == 1 ? last : $"{Month(day.AddMonths(-months))} – {last}";
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
