using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Initiatives;

public readonly record struct InitiativeConcernId(Guid Value)
{
    public static InitiativeConcernId New() => new(Guid.CreateVersion7());
}

/// <summary>A concern about an initiative, the proposer's answer, and whether it is resolved.</summary>
public sealed class InitiativeConcern : TrackedEntity
{
    private InitiativeConcern() { }

    internal InitiativeConcern(InitiativeId initiativeId, string text, Filer by, OrganizationId? organizationId, DateTimeOffset now)
    {
        Id = InitiativeConcernId.New();
        InitiativeId = initiativeId;
        Text = text.Trim();
        By = by;
        OrganizationId = organizationId;
        RaisedAt = now;
    }

    public InitiativeConcernId Id { get; private set; }

    public InitiativeId InitiativeId { get; private set; }

    public string Text { get; private set; } = "";

    public Filer By { get; private set; } = Filer.None;

    /// <summary>The organization of the person then; null for an individual.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>The answer that holds; those before it are <see cref="EarlierConcernAnswer"/>.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When whoever raised it said that it is resolved; null until then.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <returns>The answer that is replaced; null where there was none.</returns>
    internal EarlierConcernAnswer? Reply(string answer, DateTimeOffset now)
    {
        var earlier = Answer is { } text ? new EarlierConcernAnswer(Id, text, AnsweredAt!.Value) : null;
        Answer = answer.Trim();
        AnsweredAt = now;
        return earlier;
    }

    internal void Resolve(DateTimeOffset now) => ResolvedAt = now;
}
