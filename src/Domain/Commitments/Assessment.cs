using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct AssessmentId(Guid Value)
{
    public static AssessmentId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// A reviewer's own judgement of how far a commitment is completed. It is kept beside the progress reports and changes none of them.
/// </summary>
public sealed class Assessment : TrackedEntity
{
    private Assessment() { }

    internal Assessment(CommitmentId commitmentId, CompletionLevel level, string narrative, DateOnly asOf, Actor by, DateTimeOffset now)
    {
        Id = AssessmentId.New();
        CommitmentId = commitmentId;
        Level = level;
        Narrative = narrative.Trim();
        AsOf = asOf;
        ActorKind = by.Kind;
        ActorId = by.Id;
        At = now;
    }

    public AssessmentId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public CompletionLevel Level { get; private set; }

    public string Narrative { get; private set; } = "";

    /// <summary>The day that is assessed; never in the future.</summary>
    public DateOnly AsOf { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; private set; }
}
