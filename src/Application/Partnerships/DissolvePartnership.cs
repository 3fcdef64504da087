using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record DissolvePartnership(PartnershipId PartnershipId, string Reason) : IRequest;

internal sealed class DissolvePartnershipValidator : AbstractValidator<DissolvePartnership>
{
    public DissolvePartnershipValidator() => RuleFor(p => p.Reason).Required(Limits.Reason);
}

internal sealed class DissolvePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<DissolvePartnership>
{
    public async Task<Unit> Handle(DissolvePartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        partnership.Dissolve(await db.Commitments.WhereOpenIn(partnership.Id).CountAsync(ct), command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
