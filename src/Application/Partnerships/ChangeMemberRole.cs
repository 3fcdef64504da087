using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record ChangeMemberRole(PartnershipId PartnershipId, OrganizationId OrganizationId, MemberRole Role) : IRequest;

internal sealed class ChangeMemberRoleValidator : AbstractValidator<ChangeMemberRole>
{
    public ChangeMemberRoleValidator() => RuleFor(m => m.Role).IsKnownValue();
}

internal sealed class ChangeMemberRoleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ChangeMemberRole>
{
    public async Task<Unit> Handle(ChangeMemberRole command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        partnership.ChangeRole(await db.Members.GetAsync(partnership.Id, command.OrganizationId, ct), command.Role);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
