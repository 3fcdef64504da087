using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Withdraws a support of the caller, or of their organization.</summary>
[Needs(Right.Propose)]
public sealed record WithdrawSupport(InitiativeId InitiativeId, InitiativeSupportId SupportId) : IRequest;

internal sealed class WithdrawSupportHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<WithdrawSupport>
{
    public async Task<Unit> Handle(WithdrawSupport command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var support = await db.InitiativeSupports.GetAsync(
            "initiativeSupport",
            s => s.Id == command.SupportId && s.InitiativeId == initiative.Id,
            ct
        );
        initiative.WithdrawSupport(support, user.AsFiler(), user.OrganizationId, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
