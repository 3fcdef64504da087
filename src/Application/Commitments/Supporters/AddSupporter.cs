using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Share">Percent of the whole; left out if unknown.</param>
[Needs(Right.Submit)]
public sealed record AddSupporter(CommitmentId CommitmentId, OrganizationId OrganizationId, decimal? Share = null) : IRequest;

internal sealed class AddSupporterValidator : AbstractValidator<AddSupporter>
{
    public AddSupporterValidator() =>
        RuleFor(s => s.Share).InclusiveBetween(Limits.MinShare, Limits.MaxShare).WithText("form.between", Limits.MinShare, Limits.MaxShare);
}

internal sealed class AddSupporterHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AddSupporter>
{
    public async Task<Unit> Handle(AddSupporter command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustActFor(commitment.OrganizationId);
        var supporter = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        var isMember = await db.Members.AnyAsync(m => m.PartnershipId == commitment.PartnershipId && m.OrganizationId == supporter.Id, ct);
        commitment.AddSupporter(supporter.Id, command.Share, isMember);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
