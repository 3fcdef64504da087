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
public sealed record PartnershipSummary(
    IReadOnlyList<MemberCount> Members,
    IReadOnlyList<CommitmentCount> Commitments,
    MemberRole? OwnRole
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
            members,
            await CommitmentsAsync(query.PartnershipId, ct),
            await OwnRoleAsync(query.PartnershipId, ct)
        );
    }

    private async Task<List<MemberCount>> MembersAsync(PartnershipId id, CancellationToken ct)
    {
        var visible = db.Partnerships.VisibleTo(db, user).Where(p => p.Id == id).Select(p => p.Id);
        var counts = await (
            from m in db.Members
            join o in db.Organizations on m.OrganizationId equals o.Id
            where visible.Contains(m.PartnershipId)
            group m by new { m.Role, o.Sector } into some
            select new MemberCount(some.Key.Role, some.Key.Sector, some.Count())
        ).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Role).ThenBy(c => c.Sector)];
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

    private async Task<MemberRole?> OwnRoleAsync(PartnershipId id, CancellationToken ct) =>
        user.OrganizationId is { } own
            ? await db
                .Members.Where(m => m.PartnershipId == id && m.OrganizationId == own)
                .Select(m => (MemberRole?)m.Role)
                .SingleOrDefaultAsync(ct)
            : null;
}
