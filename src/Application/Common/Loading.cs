using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Common;

/// <summary>Loads rows that the caller may see. A row that the caller may not see is reported as not found.</summary>
public static class Loading
{
    /// <summary>
    /// All partnerships for the secretariat, board and reviewers; published ones and those of their organization for officers and
    /// reporters; published ones for all others.
    /// </summary>
    public static IQueryable<Partnership> VisibleTo(this IQueryable<Partnership> partnerships, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return partnerships;
        if (user is { Role: Role.Officer or Role.Reporter, OrganizationId: { } own })
            return partnerships.Where(p => p.IsPublished || db.Members.Any(m => m.OrganizationId == own && m.PartnershipId == p.Id));
        return partnerships.Where(p => p.IsPublished);
    }

    /// <summary>As for partnerships; in a published partnership, callers who are not members see only accepted commitments.</summary>
    public static IQueryable<Commitment> VisibleTo(this IQueryable<Commitment> commitments, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return commitments;
        var published = db.Partnerships.Where(p => p.IsPublished).Select(p => p.Id);
        if (user is { Role: Role.Officer or Role.Reporter, OrganizationId: { } own })
        {
            var shared = db.Members.Where(m => m.OrganizationId == own).Select(m => m.PartnershipId);
            return commitments.Where(c =>
                c.OrganizationId == own || shared.Contains(c.PartnershipId) || (published.Contains(c.PartnershipId) && c.WasAccepted)
            );
        }

        return commitments.Where(c => published.Contains(c.PartnershipId) && c.WasAccepted);
    }

    /// <summary>
    /// All organizations for the secretariat, board and reviewers; otherwise the caller's own organization and the members of the
    /// partnerships that the caller may see.
    /// </summary>
    public static IQueryable<Organization> VisibleTo(this IQueryable<Organization> organizations, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return organizations;
        var visible = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var members = db.Members.Where(m => visible.Contains(m.PartnershipId)).Select(m => m.OrganizationId);
        return user.OrganizationId is { } own
            ? organizations.Where(o => o.Id == own || members.Contains(o.Id))
            : organizations.Where(o => members.Contains(o.Id));
    }

    /// <returns>
    /// The single matching row. Throws a <see cref="RefusalKind.NotFound"/> refusal for this kind of row if there is none.
    /// </returns>
    public static async Task<T> GetAsync<T>(this IQueryable<T> rows, string what, Expression<Func<T, bool>> which, CancellationToken ct)
        where T : class => await rows.SingleOrDefaultAsync(which, ct) ?? throw DomainException.NotFound(what);

    public static Task<Organization> GetAsync(this IQueryable<Organization> rows, OrganizationId id, CancellationToken ct) =>
        rows.GetAsync("organization", o => o.Id == id, ct);

    public static Task<Partnership> GetAsync(this IQueryable<Partnership> rows, PartnershipId id, CancellationToken ct) =>
        rows.GetAsync("partnership", p => p.Id == id, ct);

    public static Task<Member> GetAsync(
        this IQueryable<Member> rows,
        PartnershipId partnership,
        OrganizationId organization,
        CancellationToken ct
    ) => rows.GetAsync("member", m => m.PartnershipId == partnership && m.OrganizationId == organization, ct);

    /// <summary>An organization for which the caller may act.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller may not act for it.</exception>
    public static async Task<Organization> GetOwnOrganizationAsync(
        this ITrackerDb db,
        ICurrentUser user,
        OrganizationId id,
        CancellationToken ct
    )
    {
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(id, ct);
        user.MustActFor(organization.Id);
        return organization;
    }

    /// <summary>
    /// Loads a commitment with what its rules need: milestones, supporters, countries and the reporting periods that are owed.
    /// </summary>
    /// <param name="closedBy">Also loads the reporting period that this progress report closed.</param>
    public static Task<Commitment> GetAsync(
        this IQueryable<Commitment> rows,
        CommitmentId id,
        CancellationToken ct,
        ProgressReportId? closedBy = null
    ) => rows.ForChange(closedBy).GetAsync("commitment", c => c.Id == id, ct);

    /// <summary>Loads a commitment that the caller may see, with what its rules need.</summary>
    /// <param name="closedBy">Also loads the reporting period that this progress report closed.</param>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Commitment> GetForChangeAsync(
        this ITrackerDb db,
        ICurrentUser user,
        CommitmentId id,
        CancellationToken ct,
        ProgressReportId? closedBy = null
    ) => (await db.Commitments.VisibleTo(db, user).GetAsync(id, ct, closedBy)).MustBeExpectedBy(user);

    /// <summary>Loads a partnership that the caller may see.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Partnership> GetForChangeAsync(
        this ITrackerDb db,
        ICurrentUser user,
        PartnershipId id,
        CancellationToken ct
    ) => (await db.Partnerships.VisibleTo(db, user).GetAsync(id, ct)).MustBeExpectedBy(user);

    /// <summary>Includes what the rules of a commitment need.</summary>
    public static IQueryable<Commitment> ForChange(this IQueryable<Commitment> rows, ProgressReportId? closedBy = null) =>
        rows.Include(c => c.Milestones)
            .Include(c => c.Supporters)
            .Include(c => c.Countries)
            .Include(c => c.Targets)
            .Include(c =>
                c.Periods.Where(p =>
                    p.Status == ReportingPeriodStatus.Open || p.Status == ReportingPeriodStatus.Ended || p.ReportId == closedBy
                )
            )
            .AsSplitQuery();

    public static async Task MustExistAsync(this IQueryable<Commitment> rows, CommitmentId id, CancellationToken ct)
    {
        if (!await rows.AnyAsync(c => c.Id == id, ct))
            throw DomainException.NotFound("commitment");
    }

    /// <summary>Reads one part of a commitment that the caller may see, such as a progress report.</summary>
    /// <param name="part">At most one row, of this commitment.</param>
    /// <param name="what">The kind of the part, for the refusal.</param>
    /// <exception cref="DomainException">The commitment or the part does not exist or is hidden (not found).</exception>
    public static async Task<T> GetPartAsync<T>(
        this ITrackerDb db,
        ICurrentUser user,
        CommitmentId id,
        IQueryable<T> part,
        string what,
        CancellationToken ct
    )
        where T : class
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(id, ct);
        return await part.SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound(what);
    }

    /// <summary>Refuses if the caller wants to change a version other than the current one.</summary>
    public static T MustBeExpectedBy<T>(this T aggregate, ICurrentUser user)
        where T : AggregateRoot =>
        user.ExpectedVersion is { } expected && expected != aggregate.Version
            ? throw new DomainException(RefusalKind.VersionMoved, "request.versionMoved")
            : aggregate;
}
