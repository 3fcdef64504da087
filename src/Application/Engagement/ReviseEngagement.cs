using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Engagement;

[Needs(Right.Contribute)]
public sealed record ReviseEngagement(CommunityEngagementId EngagementId, EngagementDraft Draft) : IRequest;

internal sealed class ReviseEngagementValidator : AbstractValidator<ReviseEngagement>
{
    public ReviseEngagementValidator() => RuleFor(e => e.Draft).SetValidator(new EngagementDraftValidator());
}

internal sealed class ReviseEngagementHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ReviseEngagement>
{
    public async Task<Unit> Handle(ReviseEngagement command, CancellationToken ct)
    {
        var engagement = await db.Engagements.VisibleTo(db, user).GetAsync("engagement", e => e.Id == command.EngagementId, ct);
        await db.MustRecordForAsync(user, engagement.Subject, ct);
        engagement.MustBeExpectedBy(user);
        if (command.Draft.OrganizationId is { } id)
            await db.Organizations.VisibleTo(db, user).GetAsync(new OrganizationId(id), ct);
        engagement.Revise(command.Draft.ToTerms());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
