using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>
/// The board declines an initiative, with its reason. Nobody decides on what they or their organization proposed or support.
/// </summary>
/// <param name="Reason">The proposer gets it by mail, and it is shown with the initiative.</param>
[Needs(Right.DecideInitiatives)]
public sealed record DeclineInitiative(InitiativeId InitiativeId, string Reason) : IRequest;

internal sealed class DeclineInitiativeValidator : AbstractValidator<DeclineInitiative>
{
    public DeclineInitiativeValidator() => RuleFor(i => i.Reason).Required(Limits.Reason);
}

internal sealed class DeclineInitiativeHandler(ITrackerDb db, ICurrentUser user, InitiativeMailer mailer, TimeProvider time)
    : IRequestHandler<DeclineInitiative>
{
    public async Task<Unit> Handle(DeclineInitiative command, CancellationToken ct)
    {
        var initiative = await db.GetForDecisionAsync(user, command.InitiativeId, ct);
        initiative.Decline(command.Reason, user.Actor, time.GetUtcNow());
        await mailer.TellProposerAsync(initiative, time.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
