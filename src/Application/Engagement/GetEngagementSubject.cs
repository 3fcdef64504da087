using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

/// <summary>What community engagement is recorded for, and whether the caller may record it.</summary>
/// <param name="PartnershipId">Null where a commitment is given.</param>
[Needs(Right.Read)]
public sealed record GetEngagementSubject(PartnershipId? PartnershipId, CommitmentId? CommitmentId) : IRequest<EngagedSubject>;

/// <param name="CommitmentId">Null for a partnership as a whole.</param>
/// <param name="Title">The name of the partnership, or the title of the commitment.</param>
public sealed record EngagedSubject(Guid PartnershipId, Guid? CommitmentId, string Title, bool MayRecord);

internal sealed class GetEngagementSubjectHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetEngagementSubject, EngagedSubject>
{
    public async Task<EngagedSubject> Handle(GetEngagementSubject query, CancellationToken ct)
    {
        var own = user.OrganizationId;
        var (isSecretariat, isOfficer, isReporter) = (user.Role == Role.Secretariat, user.Role == Role.Officer, user.Role == Role.Reporter);
        if (query.CommitmentId is { } id)
            return await db
                    .Commitments.VisibleTo(db, user)
                    .Where(c => c.Id == id)
                    .Select(c => new EngagedSubject(
                        c.PartnershipId.Value,
                        c.Id.Value,
                        c.Title,
                        isSecretariat
                            || (
                                (isOfficer || isReporter)
                                && (c.OrganizationId == own || db.Supporters.Any(s => s.CommitmentId == id && s.OrganizationId == own))
                            )
                    ))
                    .SingleOrDefaultAsync(ct)
                ?? throw DomainException.NotFound("commitment");
        return await db
                .Partnerships.VisibleTo(db, user)
                .Where(p => p.Id == query.PartnershipId)
                .Select(p => new EngagedSubject(
                    p.Id.Value,
                    null,
                    p.Name,
                    isSecretariat
                        || (
                            isOfficer
                            && db.Members.Any(m => m.PartnershipId == p.Id && m.OrganizationId == own && m.Role == MemberRole.Lead)
                        )
                ))
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("partnership");
    }
}
