using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Replaces a commitment with another, active one, or requests that where it is overdue or reported complete, so that a reviewer decides.
/// </summary>
/// <returns>The change request; null where it was replaced at once.</returns>
[Needs(Right.Submit)]
public sealed record SupersedeCommitment(CommitmentId CommitmentId, CommitmentId SuccessorId, string Reason) : IRequest<ChangeRequestId?>;

internal sealed class SupersedeCommitmentValidator : AbstractValidator<SupersedeCommitment>
{
    public SupersedeCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class SupersedeCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<SupersedeCommitment, ChangeRequestId?>
{
    public async Task<ChangeRequestId?> Handle(SupersedeCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var request = commitment.Supersede(
            command.SuccessorId,
            await db.CanReplaceAsync(user, command.SuccessorId, commitment, ct),
            command.Reason,
            await db.ChangeRequests.IsPendingAsync(commitment.Id, milestone: null, ct),
            await contexts.OfAsync(commitment.OrganizationId, ct)
        );
        if (request is not null)
            db.ChangeRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return request?.Id;
    }
}
