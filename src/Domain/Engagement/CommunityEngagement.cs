using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Domain.Engagement;

public readonly record struct CommunityEngagementId(Guid Value)
{
    public static CommunityEngagementId New() => new(Guid.CreateVersion7());
}

/// <summary>Who took part, in which phase and at which level.</summary>
/// <param name="OrganizationId">A registered organization; or else a community is described.</param>
/// <param name="Community">A community in words, e.g. "Mothers' groups of Rajshahi"; null where an organization is named.</param>
/// <param name="Until">The last day; null while it goes on, or where it is unknown.</param>
public sealed record EngagementTerms(
    OrganizationId? OrganizationId,
    string? Community,
    EngagementPhase Phase,
    EngagementLevel Level,
    string? Note,
    DateOnly From,
    DateOnly? Until
);

/// <summary>The part that a community takes in a partnership or a commitment.</summary>
public sealed class CommunityEngagement : AggregateRoot, IHasHistory
{
    private CommunityEngagement() { }

    public CommunityEngagementId Id { get; private set; }

    public PartnershipId PartnershipId { get; private set; }

    /// <summary>Null where it is about the partnership as a whole.</summary>
    public CommitmentId? CommitmentId { get; private set; }

    public OrganizationId? OrganizationId { get; private set; }

    public string? Community { get; private set; }

    public EngagementPhase Phase { get; private set; }

    public EngagementLevel Level { get; private set; }

    public string? Note { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public EngagementSubject Subject => new(PartnershipId, CommitmentId);

    public HistorySubject HistorySubject => Subject.History;

    public static CommunityEngagement Record(EngagementSubject subject, EngagementTerms terms)
    {
        var engagement = new CommunityEngagement
        {
            Id = CommunityEngagementId.New(),
            PartnershipId = subject.PartnershipId,
            CommitmentId = subject.CommitmentId,
        };
        engagement.Set(terms);
        engagement.Raise(
            new CommunityEngagementRecorded(engagement.Id, engagement.OrganizationId, engagement.Community, terms.Phase, terms.Level)
        );
        return engagement;
    }

    /// <returns>Whether anything changed.</returns>
    public bool Revise(EngagementTerms terms)
    {
        var before = (OrganizationId, Community, Phase, Level, Note, From, Until);
        Set(terms);
        var changes = Changes.Of(
            ("community", before.Community, Community),
            ("phase", before.Phase, Phase),
            ("level", before.Level, Level),
            ("note", before.Note, Note),
            ("from", before.From, From),
            ("until", before.Until, Until)
        );

        // An id would say nothing to a reader.
        var other = Changes.WithoutValues(("engagedOrganization", before.OrganizationId, OrganizationId));
        if (changes.Count + other.Count == 0)
            return false;
        Raise(new CommunityEngagementRevised(Id, [.. other, .. changes]));
        return true;
    }

    /// <summary>It was recorded by mistake. The caller removes the row; the history keeps what it said.</summary>
    public void Remove() => Raise(new CommunityEngagementRemoved(Id, OrganizationId, Community, Phase, Level));

    private void Set(EngagementTerms terms)
    {
        var community = Blank.ToNull(terms.Community);
        if (terms.OrganizationId is null && community is null)
            throw EngagementErrors.NobodyNamed();
        if (terms.OrganizationId is not null && community is not null)
            throw EngagementErrors.TwoNamed();
        if (terms.Until < terms.From)
            throw EngagementErrors.EndsBeforeItStarts();

        OrganizationId = terms.OrganizationId;
        Community = community;
        Phase = terms.Phase;
        Level = terms.Level;
        Note = Blank.ToNull(terms.Note);
        From = terms.From;
        Until = terms.Until;
    }
}
