using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record ApproveChange(CommitmentId CommitmentId, ChangeRequestId ChangeId, string? Note = null) : IRequest;

internal sealed class ApproveChangeValidator : AbstractValidator<ApproveChange>
{
    public ApproveChangeValidator() => RuleFor(c => c.Note).Optional(4000);
}

internal sealed class ApproveChangeHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ApproveChange>
{
    public async Task<Unit> Handle(ApproveChange command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeId && c.CommitmentId == commitment.Id, ct);
        commitment.ApproveChange(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
