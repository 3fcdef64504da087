using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Decide)]
public sealed record ApproveChangeRequest(CommitmentId CommitmentId, ChangeRequestId ChangeRequestId, string? Note = null) : IRequest;

internal sealed class ApproveChangeRequestValidator : AbstractValidator<ApproveChangeRequest>
{
    public ApproveChangeRequestValidator() => RuleFor(c => c.Note).Optional(4000);
}

internal sealed class ApproveChangeRequestHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<ApproveChangeRequest>
{
    public async Task<Unit> Handle(ApproveChangeRequest command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var change = await db.ChangeRequests.GetAsync("changeRequest", c => c.Id == command.ChangeRequestId && c.CommitmentId == commitment.Id, ct);
        commitment.ApproveChangeRequest(
            change, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, change: change.Id), await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
