using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Which of the five steps to the first accepted commitment a new installation has completed.</summary>
[Needs(Right.Administer)]
public sealed record GetFirstSteps : IRequest<FirstSteps>;

/// <param name="Organization">An organization has a contact.</param>
/// <param name="Partner">A second organization has one.</param>
/// <param name="Partnership">A partnership is active.</param>
/// <param name="Commitment">A commitment was submitted.</param>
/// <param name="Reviewer">A person other than the caller may accept it.</param>
public sealed record FirstSteps(bool Organization, bool Partner, bool Partnership, bool Commitment, bool Reviewer)
{
    public bool AreDone => this is { Organization: true, Partner: true, Partnership: true, Commitment: true, Reviewer: true };

    /// <summary>The first active partnership, and the member that joined it first.</summary>
    public FirstPartnership? Place { get; init; }

    /// <summary>The first commitment that was submitted, or the first draft while there is none.</summary>
    public Guid? CommitmentId { get; init; }
}

public sealed record FirstPartnership(Guid PartnershipId, Guid OrganizationId);

internal sealed class GetFirstStepsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetFirstSteps, FirstSteps>
{
    public async Task<FirstSteps> Handle(GetFirstSteps query, CancellationToken ct)
    {
        var reachable = await db.Organizations.Where(o => db.Contacts.Any(c => c.OrganizationId == o.Id)).Take(2).CountAsync(ct);
        var place = await (
            from m in db.Members
            join p in db.Partnerships on m.PartnershipId equals p.Id
            where p.Status == PartnershipStatus.Active
            orderby p.Seq, m.Seq
            select new FirstPartnership(p.Id.Value, m.OrganizationId.Value)
        ).FirstOrDefaultAsync(ct);
        var commitment = await db
            .Commitments.OrderBy(c => c.Status == CommitmentStatus.Draft)
            .ThenBy(c => c.Seq)
            .Select(c => new { c.Id, c.Status })
            .FirstOrDefaultAsync(ct);
        return new FirstSteps(
            reachable > 0,
            reachable > 1,
            place is not null,
            commitment is not null && commitment.Status != CommitmentStatus.Draft,
            await db.Users.AnyAsync(
                u =>
                    u.DeactivatedAt == null
                    && (u.Role == Role.Reviewer || u.Role == Role.Secretariat)
                    && (user.Person == null || u.Id != user.Person),
                ct
            )
        )
        {
            Place = place,
            CommitmentId = commitment?.Id.Value,
        };
    }
}
