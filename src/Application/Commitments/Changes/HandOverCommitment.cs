using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Makes another member of the partnership accountable for the commitment.</summary>
[Needs(Right.Administer)]
public sealed record HandOverCommitment(CommitmentId CommitmentId, OrganizationId OrganizationId, string Reason) : IRequest;

internal sealed class HandOverCommitmentValidator : AbstractValidator<HandOverCommitment>
{
    public HandOverCommitmentValidator() => RuleFor(c => c.Reason).Required(Limits.Reason);
}

internal sealed class HandOverCommitmentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<HandOverCommitment>
{
    public async Task<Unit> Handle(HandOverCommitment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        var to = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        var isMember = await db.Members.AnyAsync(m => m.PartnershipId == commitment.PartnershipId && m.OrganizationId == to.Id, ct);
        commitment.HandOver(to.Id, isMember, command.Reason, await contexts.OfAsync(to.Id, ct));

        commitment.ImplyCountry(to.CountryCode);
        foreach (var flag in await db.Flags.Where(f => f.CommitmentId == commitment.Id && f.ClearedAt == null).ToListAsync(ct))
            flag.HandOver(to.Id);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
