using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Initiatives;

/// <summary>An answer to a concern that a later one replaced. It is a row of its own, so that it can be read and erased.</summary>
public sealed class EarlierConcernAnswer : Entity
{
    private EarlierConcernAnswer() { }

    internal EarlierConcernAnswer(InitiativeConcernId concern, string text, DateTimeOffset answeredAt)
    {
        ConcernId = concern;
        Text = text;
        AnsweredAt = answeredAt;
    }

    public InitiativeConcernId ConcernId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>When it was given.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }
}
