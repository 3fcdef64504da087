using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record AddMember(PartnershipId PartnershipId, OrganizationId OrganizationId, MemberRole Role) : IRequest;

internal sealed class AddMemberValidator : AbstractValidator<AddMember>
{
    public AddMemberValidator() => RuleFor(m => m.Role).IsKnownValue();
}

internal sealed class AddMemberHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<AddMember>
{
    public async Task<Unit> Handle(AddMember command, CancellationToken ct)
    {
        var partnership = await db.GetForChangeAsync(user, command.PartnershipId, ct);
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        var isMember = await db.Members.AnyAsync(m => m.PartnershipId == partnership.Id && m.OrganizationId == organization.Id, ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        db.Members.Add(partnership.Join(organization.Id, command.Role, isMember, today));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
