using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

/// <summary>
/// Records the part that a community takes: in a commitment by one of its parties, in a partnership by who leads it.
/// </summary>
/// <param name="PartnershipId">Null where a commitment is given.</param>
/// <param name="CommitmentId">Null for the partnership as a whole.</param>
[Needs(Right.Contribute)]
public sealed record RecordEngagement(PartnershipId? PartnershipId, CommitmentId? CommitmentId, EngagementDraft Draft)
    : IRequest<CommunityEngagementId>;

internal sealed class RecordEngagementValidator : AbstractValidator<RecordEngagement>
{
    public RecordEngagementValidator() => RuleFor(e => e.Draft).SetValidator(new EngagementDraftValidator());
}

internal sealed class RecordEngagementHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RecordEngagement, CommunityEngagementId>
{
    public async Task<CommunityEngagementId> Handle(RecordEngagement command, CancellationToken ct)
    {
        var subject = await db.GetSubjectAsync(user, command.PartnershipId, command.CommitmentId, ct);
        if (command.Draft.OrganizationId is { } id)
            await db.Organizations.VisibleTo(db, user).GetAsync(new OrganizationId(id), ct);
        var engagement = CommunityEngagement.Record(subject, command.Draft.ToTerms());
        db.Engagements.Add(engagement);
        await db.SaveChangesAsync(ct);
        return engagement.Id;
    }
}
