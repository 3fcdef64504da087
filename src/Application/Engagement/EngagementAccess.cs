using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.HealthChecks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Engagement;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Engagement;

internal static class EngagementAccess
{
    /// <returns>The subject, if the caller may record for it: who leads the partnership, or a party of the commitment.</returns>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller may not record for it.</exception>
    public static async Task<EngagementSubject> GetSubjectAsync(
        this ITrackerDb db,
        ICurrentUser user,
        PartnershipId? partnership,
        CommitmentId? commitment,
        CancellationToken ct
    )
    {
        if (commitment is not { } id)
            return new EngagementSubject((await db.GetLedAsync(user, partnership!.Value, ct)).Id);
        var found = await db
            .Commitments.VisibleTo(db, user)
            .AsNoTracking()
            .Include(c => c.Supporters)
            .GetAsync("commitment", c => c.Id == id, ct);
        user.MustBeAParty(found);
        return new EngagementSubject(found.PartnershipId, found.Id);
    }

    /// <exception cref="DomainException">As in <see cref="GetSubjectAsync"/>.</exception>
    public static Task<EngagementSubject> MustRecordForAsync(
        this ITrackerDb db,
        ICurrentUser user,
        EngagementSubject subject,
        CancellationToken ct
    ) => db.GetSubjectAsync(user, subject.PartnershipId, subject.CommitmentId, ct);

    /// <summary>
    /// Those of visible commitments, and those of the partnership as a whole where the partnership is visible.
    /// </summary>
    public static IQueryable<CommunityEngagement> VisibleTo(this IQueryable<CommunityEngagement> rows, ITrackerDb db, ICurrentUser user)
    {
        var partnerships = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var commitments = db.Commitments.VisibleTo(db, user).Select(c => (CommitmentId?)c.Id);
        return rows.Where(e => e.CommitmentId == null ? partnerships.Contains(e.PartnershipId) : commitments.Contains(e.CommitmentId));
    }

    /// <inheritdoc cref="VisibleTo(IQueryable{CommunityEngagement}, ITrackerDb, ICurrentUser)"/>
    public static IQueryable<ResultMeasure> VisibleTo(this IQueryable<ResultMeasure> rows, ITrackerDb db, ICurrentUser user)
    {
        var partnerships = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var commitments = db.Commitments.VisibleTo(db, user).Select(c => (CommitmentId?)c.Id);
        return rows.Where(m => m.CommitmentId == null ? partnerships.Contains(m.PartnershipId) : commitments.Contains(m.CommitmentId));
    }

    /// <exception cref="DomainException">The partnership or commitment does not exist or is hidden.</exception>
    public static async Task MustExistAsync(
        this ITrackerDb db,
        ICurrentUser user,
        PartnershipId? partnership,
        CommitmentId? commitment,
        CancellationToken ct
    )
    {
        if (commitment is { } id)
            await db.Commitments.VisibleTo(db, user).MustExistAsync(id, ct);
        else if (!await db.Partnerships.VisibleTo(db, user).AnyAsync(p => p.Id == partnership, ct))
            throw DomainException.NotFound("partnership");
    }
}
