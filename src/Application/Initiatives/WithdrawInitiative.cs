using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>The proposer takes the initiative back, while the board has not decided.</summary>
[Needs(Right.Propose)]
public sealed record WithdrawInitiative(InitiativeId InitiativeId, string Reason) : IRequest;

internal sealed class WithdrawInitiativeValidator : AbstractValidator<WithdrawInitiative>
{
    public WithdrawInitiativeValidator() => RuleFor(i => i.Reason).Required(Limits.Reason);
}

internal sealed class WithdrawInitiativeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<WithdrawInitiative>
{
    public async Task<Unit> Handle(WithdrawInitiative command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        initiative.Withdraw(command.Reason, user.AsFiler(), user.Actor, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
