using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Contribute)]
public sealed record DraftCommitment(
    PartnershipId PartnershipId,
    OrganizationId OrganizationId,
    CommitmentDraft Draft,
    string? SourceId = null
) : IRequest<CommitmentId>
{
    /// <summary>The accepted initiative that it takes up; the request that makes it has checked that.</summary>
    public InitiativeId? InitiativeId { get; init; }
}

internal sealed class DraftCommitmentValidator : AbstractValidator<DraftCommitment>
{
    public DraftCommitmentValidator(IVocabulary vocabulary)
    {
        RuleFor(c => c.Draft)
            .SetValidator(new CommitmentDraftValidator(vocabulary, orRetired: false))
            .When(command => command.InitiativeId is null);

        // The pillar and the themes of an initiative are not chosen anew: they may be retired since it was accepted.
        RuleFor(c => c.Draft)
            .SetValidator(new CommitmentDraftValidator(vocabulary, orRetired: true))
            .When(command => command.InitiativeId is not null);
        RuleFor(c => c.SourceId).OptionalLine(Limits.SourceId);
    }
}

internal sealed class DraftCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<DraftCommitment, CommitmentId>
{
    public async Task<CommitmentId> Handle(DraftCommitment command, CancellationToken ct)
    {
        var partnership = await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct);
        var organization = await db.GetOwnOrganizationAsync(user, command.OrganizationId, ct);
        if (partnership.Status is PartnershipStatus.Completed or PartnershipStatus.Dissolved)
            throw CommitmentErrors.PartnershipEnded();
        if (!await db.Members.AnyAsync(m => m.PartnershipId == partnership.Id && m.OrganizationId == organization.Id, ct))
            throw CommitmentErrors.NotAMember();
        if (
            command.SourceId is { } sourceId
            && await db.Commitments.AnyAsync(c => c.PartnershipId == partnership.Id && c.SourceId == sourceId, ct)
        )
            throw CommitmentErrors.SourceIdTaken(sourceId);

        var commitment = Commitment.Draft(
            partnership.Id,
            organization,
            command.Draft.ToTerms(),
            await contexts.OfAsync(organization.Id, ct),
            command.SourceId,
            command.InitiativeId
        );
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(ct);
        return commitment.Id;
    }
}
