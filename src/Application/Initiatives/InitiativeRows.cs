using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Which initiatives a caller may see and change.</summary>
internal static class InitiativeRows
{
    /// <summary>Whoever may propose reads all initiatives; everybody else reads none.</summary>
    public static bool ReadsInitiatives(this ICurrentUser user) => user.Role is { } role && RoleTable.Allows(role, Right.Propose);

    public static IQueryable<Initiative> VisibleTo(this IQueryable<Initiative> initiatives, ICurrentUser user) =>
        user.ReadsInitiatives() ? initiatives : initiatives.Where(_ => false);

    /// <summary>Those that the board has not answered by the date; the same question as <c>Initiative.IsOverdue</c>.</summary>
    public static IQueryable<Initiative> WhereOverdue(this IQueryable<Initiative> initiatives, DateTimeOffset now) =>
        initiatives.Where(i => i.Status == InitiativeStatus.Proposed && i.DecisionDueAt <= now);

    /// <summary>Those that the board accepted or declined by the date, or after it.</summary>
    public static IQueryable<Initiative> WhereAnswered(this IQueryable<Initiative> initiatives, bool inTime)
    {
        var answered = initiatives.Where(i => i.Status == InitiativeStatus.Accepted || i.Status == InitiativeStatus.Declined);
        return inTime ? answered.Where(i => i.DecidedAt < i.DecisionDueAt) : answered.Where(i => i.DecidedAt >= i.DecisionDueAt);
    }

    /// <summary>
    /// Those that became a partnership, or of which a commitment was submitted; an outcome of a dialogue is taken up by the same rule.
    /// </summary>
    public static IQueryable<Initiative> WhereTakenUp(this IQueryable<Initiative> initiatives, ITrackerDb db) =>
        initiatives.Where(i =>
            i.PartnershipId != null
            || db.Commitments.Any(c => c.InitiativeId == i.Id && (c.WasAccepted || c.Status == CommitmentStatus.Submitted))
        );

    /// <summary>Commitments that leave no room for another one of the same initiative.</summary>
    public static IQueryable<Commitment> WhereStands(this IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.Status != CommitmentStatus.Withdrawn && c.Status != CommitmentStatus.Superseded);

    /// <summary>Those of which the caller may make a commitment: own ones, and all for the secretariat.</summary>
    public static IQueryable<Initiative> WhereInvolves(this IQueryable<Initiative> initiatives, ITrackerDb db, ICurrentUser user) =>
        user.Role == Domain.Access.Role.Secretariat ? initiatives : initiatives.WhereOwn(db, user);

    /// <summary>The newest of them, for a part of a page about something else.</summary>
    public static async Task<IReadOnlyList<InitiativeDetails>> NewestAsync(
        this IQueryable<Initiative> initiatives,
        int count,
        ITrackerDb db,
        ICurrentUser user,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var found = await initiatives.OrderByDescending(i => i.Seq).Take(count).AsDetails(db, user, now).ToListAsync(ct);
        return [.. found.Select(i => i.At(now))];
    }

    /// <summary>Loads an initiative that the caller may see.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Initiative> GetForChangeAsync(this ITrackerDb db, ICurrentUser user, InitiativeId id, CancellationToken ct) =>
        (await db.Initiatives.VisibleTo(user).GetAsync("initiative", i => i.Id == id, ct)).MustBeExpectedBy(user);

    /// <summary>
    /// Loads an initiative on which the board decides. Nobody decides on what they or their organization proposed or support.
    /// </summary>
    /// <exception cref="DomainException">As above, or it is the caller's own.</exception>
    public static async Task<Initiative> GetForDecisionAsync(this ITrackerDb db, ICurrentUser user, InitiativeId id, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, id, ct);
        if (await db.IsOwnAsync(user, initiative.Id, ct))
            throw AccessErrors.OwnFiling();
        return initiative;
    }

    /// <summary>Whether the caller, or their organization, proposed or supports it.</summary>
    private static async Task<bool> IsOwnAsync(this ITrackerDb db, ICurrentUser user, InitiativeId id, CancellationToken ct) =>
        await db.Initiatives.Where(i => i.Id == id).WhereOwn(db, user).AnyAsync(ct);

    /// <summary>Those that the caller, or their organization, proposed or supports.</summary>
    public static IQueryable<Initiative> WhereOwn(this IQueryable<Initiative> initiatives, ITrackerDb db, ICurrentUser user)
    {
        var proposed = initiatives.WhereFiledBy(i => i.ProposedBy, user.AsFiler()).Select(i => i.Id);
        var supports = db.InitiativeSupports.Where(s => s.WithdrawnAt == null);
        var supported = supports.WhereFiledBy(s => s.By, user.AsFiler()).Select(s => s.InitiativeId);
        if (user.OrganizationId is not { } own)
            return initiatives.Where(i => proposed.Contains(i.Id) || supported.Contains(i.Id));
        var byOrganization = supports.Where(s => s.OrganizationId == own).Select(s => s.InitiativeId);
        return initiatives.Where(i =>
            i.OrganizationId == own || proposed.Contains(i.Id) || supported.Contains(i.Id) || byOrganization.Contains(i.Id)
        );
    }

    /// <summary>Those that the caller may still decide on as a member of the board.</summary>
    public static IQueryable<Initiative> WhereWaitsFor(this IQueryable<Initiative> initiatives, ITrackerDb db, ICurrentUser user)
    {
        var own = db.Initiatives.WhereOwn(db, user).Select(i => i.Id);
        return initiatives.Where(i => i.Status == InitiativeStatus.Proposed && !own.Contains(i.Id));
    }

    /// <summary>The organization that a proposal names must be the caller's own; the secretariat may name any.</summary>
    public static async Task MustCarryAsync(this ITrackerDb db, ICurrentUser user, OrganizationId? organization, CancellationToken ct)
    {
        if (organization is not { } id)
            return;
        await db.Organizations.VisibleTo(db, user).GetAsync(id, ct);
        if (user.Role != Domain.Access.Role.Secretariat && user.OrganizationId != id)
            throw AccessErrors.NotYourOrganization();
    }

    /// <returns>Whether the person behind the caller is at the beginning of their career.</returns>
    public static async Task<bool> IsEarlyCareerAsync(this ITrackerDb db, ICurrentUser user, CancellationToken ct) =>
        user.Person is { } person && await db.Users.Where(u => u.Id == person).Select(u => u.IsEarlyCareer).SingleOrDefaultAsync(ct);
}
