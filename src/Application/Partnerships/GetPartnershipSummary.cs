using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>Counts the members of a partnership, and those of its commitments that the caller may see.</summary>
[Needs(Right.Read)]
public sealed record GetPartnershipSummary(PartnershipId PartnershipId) : IRequest<PartnershipSummary>;

/// <param name="Members">By role and sector; only those that exist.</param>
/// <param name="Commitments">By status, in the order of a commitment's life; only those that exist.</param>
/// <param name="OwnRole">The role of the caller's organization; null if it is no member.</param>
/// <param name="Engagements">The records of community engagement in the partnership as a whole.</param>
public sealed record PartnershipSummary(
    IReadOnlyList<MemberCount> Members,
    IReadOnlyList<CommitmentCount> Commitments,
    MemberRole? OwnRole,
    int Engagements
);

public sealed record MemberCount(MemberRole Role, Sector Sector, int Total);

/// <param name="Overdue">Those that are overdue now.</param>
/// <param name="ReportedComplete">Reported complete and awaiting review.</param>
/// <param name="Accepted">Those that were ever accepted, and are shown of a published partnership.</param>
public sealed record CommitmentCount(CommitmentStatus Status, int Total, int Overdue, int ReportedComplete, int Accepted);

internal sealed class GetPartnershipSummaryHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetPartnershipSummary, PartnershipSummary>
{
    public async Task<PartnershipSummary> Handle(GetPartnershipSummary query, CancellationToken ct)
    {
        var members = await MembersAsync(query.PartnershipId, ct);
        if (members.Count == 0)
            await db.Partnerships.VisibleTo(db, user).GetAsync(query.PartnershipId, ct);
        return new PartnershipSummary(
            [.. members.Select(m => m.Count).OrderBy(c => c.Role).ThenBy(c => c.Sector)],
            await CommitmentsAsync(query.PartnershipId, ct),
            members.FirstOrDefault(m => m.IsOwn == 1)?.Count.Role,
            members.FirstOrDefault()?.Engagements ?? 0
        );
    }

    private Task<List<Counted>> MembersAsync(PartnershipId id, CancellationToken ct)
    {
        var (visible, own) = (db.Partnerships.VisibleTo(db, user).Where(p => p.Id == id).Select(p => p.Id), user.OrganizationId);
        return (
            from m in db.Members
            join o in db.Organizations on m.OrganizationId equals o.Id
            where visible.Contains(m.PartnershipId)
            group m by new { m.Role, o.Sector } into some
            select new Counted(
                new MemberCount(some.Key.Role, some.Key.Sector, some.Count()),
                some.Max(m => m.OrganizationId == own ? 1 : 0),
                db.Engagements.Count(e => e.PartnershipId == id && e.CommitmentId == null)
            )
        ).ToListAsync(ct);
    }

    private async Task<List<CommitmentCount>> CommitmentsAsync(PartnershipId id, CancellationToken ct)
    {
        var overdue = CommitmentConditions.IsOverdue(time.GetUtcNow());
        var counts = await (
            from c in db.Commitments.VisibleTo(db, user)
            where c.PartnershipId == id
            group c by c.Status into some
            select new CommitmentCount(
                some.Key,
                some.Count(),
                some.AsQueryable().Count(overdue),
                some.AsQueryable().Count(CommitmentConditions.IsReportedComplete),
                some.Count(c => c.WasAccepted)
            )
        ).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Status)];
    }

    /// <param name="IsOwn">1 if the caller's organization is one of them.</param>
    private sealed record Counted(MemberCount Count, int IsOwn, int Engagements);
}
