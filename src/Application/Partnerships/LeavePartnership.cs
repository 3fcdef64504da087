using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>
/// Removes a member from a partnership. This requires that the member neither is accountable for an open commitment there nor supports one.
/// </summary>
[Needs(Right.Administer)]
public sealed record LeavePartnership(PartnershipId PartnershipId, OrganizationId OrganizationId, string Reason) : IRequest;

internal sealed class LeavePartnershipValidator : AbstractValidator<LeavePartnership>
{
    public LeavePartnershipValidator() => RuleFor(m => m.Reason).Required(Limits.Reason);
}

internal sealed class LeavePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<LeavePartnership>
{
    public async Task<Unit> Handle(LeavePartnership command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        var member = await db.Members.GetAsync(partnership.Id, command.OrganizationId, ct);
        partnership.Leave(
            member,
            await db.Commitments.WhereOpenIn(partnership.Id).WhereParty(member.OrganizationId).CountAsync(ct),
            command.Reason.Trim()
        );
        db.Members.Remove(member);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
