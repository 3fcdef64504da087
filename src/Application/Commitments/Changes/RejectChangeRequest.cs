using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record RejectChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId, string Note) : IRequest;

internal sealed class RejectChangeRequestValidator : AbstractValidator<RejectChangeRequest>
{
    public RejectChangeRequestValidator() => RuleFor(c => c.Note).Required(4000);
}

internal sealed class RejectChangeRequestHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<RejectChangeRequest>
{
    public async Task<Unit> Handle(RejectChangeRequest command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeRequestId && c.CommitmentId == commitment.Id, ct);
        commitment.RejectChangeRequest(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
