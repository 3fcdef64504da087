using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Promise)]
public sealed record WithdrawCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class WithdrawCommitmentValidator : AbstractValidator<WithdrawCommitment>
{
    public WithdrawCommitmentValidator() => RuleFor(c => c.Reason).Required(2000);
}

internal sealed class WithdrawCommitmentHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<WithdrawCommitment>
{
    public async Task<Unit> Handle(WithdrawCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        var now = time.GetUtcNow();
        commitment.Withdraw(command.Reason, DueDay.Today(now, await db.ZoneOfAsync(commitment, ct)), now);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
