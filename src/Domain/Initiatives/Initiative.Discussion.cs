using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Initiatives;

/// <summary>Supports, comments and concerns. They go on after a yes of the board and end with a no, or when it is withdrawn.</summary>
public sealed partial class Initiative
{
    /// <param name="brings">What the supporter brings.</param>
    /// <param name="organizationId">The organization of the supporter; null for an individual.</param>
    /// <param name="isEarlyCareer">Whether the supporter is at the beginning of their career.</param>
    /// <param name="alreadySupports">Whether the person, or the organization, supports it already.</param>
    public InitiativeSupport Support(
        string brings,
        Filer by,
        OrganizationId? organizationId,
        bool isEarlyCareer,
        bool alreadySupports,
        DateTimeOffset now
    )
    {
        MustBeDiscussed();
        if (ProposedBy.IsSameAs(by) || (organizationId is not null && organizationId == OrganizationId))
            throw InitiativeErrors.OwnSupport();
        if (alreadySupports)
            throw InitiativeErrors.AlreadySupported();

        var support = new InitiativeSupport(Id, brings, by, organizationId, isEarlyCareer, now);
        Raise(new InitiativeSupported(Id, support.Id, organizationId));
        return support;
    }

    /// <param name="organizationId">The organization of the caller; null for none.</param>
    public void WithdrawSupport(InitiativeSupport support, Filer by, OrganizationId? organizationId, DateTimeOffset now)
    {
        if (!support.By.IsSameAs(by) && (organizationId is null || organizationId != support.OrganizationId))
            throw InitiativeErrors.NotSupporter();
        if (support.WithdrawnAt is not null)
            throw InitiativeErrors.SupportWithdrawn();

        support.Withdraw(now);
        Raise(new InitiativeSupportWithdrawn(Id, support.Id, support.OrganizationId));
    }

    public InitiativeComment Comment(string text, Filer by, OrganizationId? organizationId, DateTimeOffset now)
    {
        MustBeDiscussed();
        var comment = new InitiativeComment(Id, text, by, organizationId, now);
        Raise(new InitiativeCommented(Id, comment.Id));
        return comment;
    }

    public InitiativeConcern RaiseConcern(string text, Filer by, OrganizationId? organizationId, DateTimeOffset now)
    {
        MustBeDiscussed();
        var concern = new InitiativeConcern(Id, text, by, organizationId, now);
        Raise(new InitiativeConcernRaised(Id, concern.Id));
        return concern;
    }

    /// <summary>The proposer answers, also anew, until the concern is resolved. The same answer again changes nothing.</summary>
    /// <returns>The answer that is replaced and stays readable; null where there was none.</returns>
    public EarlierConcernAnswer? AnswerConcern(InitiativeConcern concern, string answer, Filer by, DateTimeOffset now)
    {
        MustBeProposer(by);
        MustBeDiscussed();
        if (concern.ResolvedAt is not null)
            throw InitiativeErrors.ConcernResolved();
        if (concern.Answer == answer.Trim())
            return null;

        var earlier = concern.Reply(answer, now);
        Raise(new InitiativeConcernAnswered(Id, concern.Id));
        return earlier;
    }

    /// <summary>Whoever raised the concern says that it is resolved, with or without an answer.</summary>
    public void ResolveConcern(InitiativeConcern concern, Filer by, DateTimeOffset now)
    {
        if (!concern.By.IsSameAs(by))
            throw InitiativeErrors.NotConcerned();
        if (concern.ResolvedAt is not null)
            throw InitiativeErrors.ConcernResolved();

        concern.Resolve(now);
        Raise(new InitiativeConcernResolved(Id, concern.Id));
    }

    private void MustBeDiscussed()
    {
        if (Status is InitiativeStatus.Declined or InitiativeStatus.Withdrawn)
            throw InitiativeErrors.Over(Status);
    }
}
