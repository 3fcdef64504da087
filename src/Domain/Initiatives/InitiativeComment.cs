using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Initiatives;

public readonly record struct InitiativeCommentId(Guid Value)
{
    public static InitiativeCommentId New() => new(Guid.CreateVersion7());
}

/// <summary>What somebody says about an initiative; it stays as it was written.</summary>
public sealed class InitiativeComment : TrackedEntity
{
    private InitiativeComment() { }

    internal InitiativeComment(InitiativeId initiativeId, string text, Filer by, OrganizationId? organizationId, DateTimeOffset now)
    {
        Id = InitiativeCommentId.New();
        InitiativeId = initiativeId;
        Text = text.Trim();
        By = by;
        OrganizationId = organizationId;
        CommentedAt = now;
    }

    public InitiativeCommentId Id { get; private set; }

    public InitiativeId InitiativeId { get; private set; }

    public string Text { get; private set; } = "";

    public Filer By { get; private set; } = Filer.None;

    /// <summary>The organization of the person then; null for an individual.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    public DateTimeOffset CommentedAt { get; private set; }
}
