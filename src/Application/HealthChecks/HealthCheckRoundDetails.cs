using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>A round of the health check of a partnership.</summary>
public sealed record HealthCheckRoundDetails
{
    public Guid Id { get; init; }

    public Guid PartnershipId { get; init; }

    /// <summary>Its place among the rounds of the partnership, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What it asks about.</summary>
    public string Period { get; init; } = "";

    public HealthCheckState State { get; init; }

    public DateOnly OpensOn { get; init; }

    /// <summary>The last day on which it can be answered, wherever the respondent is.</summary>
    public DateOnly ClosesOn { get; init; }

    /// <summary>When the results can be read: the last day has ended everywhere (UTC).</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>The version of the instrument.</summary>
    public int InstrumentVersion { get; init; }

    /// <summary>How many people were sent a link.</summary>
    public int Invited { get; init; }

    /// <summary>How many of them answered.</summary>
    public int Answers { get; init; }

    /// <summary>When those who had not answered were reminded; null until then.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When it was cancelled; null otherwise.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    public int Version { get; init; }
}

internal static class HealthCheckRoundFacts
{
    public static HealthCheckRoundDetails DetailsAt(this HealthCheckRound round, DateTimeOffset now) =>
        new()
        {
            Id = round.Id.Value,
            PartnershipId = round.PartnershipId.Value,
            Number = round.Number,
            Period = round.Period,
            State = round.StateAt(now),
            OpensOn = round.OpensOn,
            ClosesOn = round.ClosesOn,
            ClosesAt = round.ClosesAt,
            InstrumentVersion = round.InstrumentVersion,
            Invited = round.Invited,
            Answers = round.Answers,
            RemindedAt = round.RemindedAt,
            CancelledAt = round.CancelledAt,
            Version = round.Version,
        };
}
