using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record RejectChange(CommitmentId CommitmentId, ChangeRequestId ChangeId, string Note) : IRequest;

internal sealed class RejectChangeValidator : AbstractValidator<RejectChange>
{
    public RejectChangeValidator() => RuleFor(c => c.Note).Required(4000);
}

internal sealed class RejectChangeHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<RejectChange>
{
    public async Task<Unit> Handle(RejectChange command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeId && c.CommitmentId == commitment.Id, ct);
        commitment.RejectChange(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
