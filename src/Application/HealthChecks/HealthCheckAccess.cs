using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

internal static class HealthCheckAccess
{
    private const int MaxTokenLength = 100;

    /// <summary>The secretariat leads every partnership; an officer leads those in which their organization is a lead member.</summary>
    /// <returns>The partnership, to be read.</returns>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller does not lead it.</exception>
    public static async Task<Partnership> GetLedAsync(this ITrackerDb db, ICurrentUser user, PartnershipId id, CancellationToken ct)
    {
        var partnership = await db.Partnerships.AsNoTracking().VisibleTo(db, user).GetAsync(id, ct);
        await db.MustLeadAsync(user, id, ct);
        return partnership;
    }

    /// <exception cref="DomainException">The caller does not lead the partnership.</exception>
    public static async Task MustLeadAsync(this ITrackerDb db, ICurrentUser user, PartnershipId id, CancellationToken ct)
    {
        if (!await db.LeadsAsync(user, id, ct))
            throw AccessErrors.NotLead();
    }

    /// <returns>Whether the caller leads the partnership; see <see cref="GetLedAsync"/>.</returns>
    public static async Task<bool> LeadsAsync(this ITrackerDb db, ICurrentUser user, PartnershipId id, CancellationToken ct) =>
        user.Role == Role.Secretariat
        || (
            user is { Role: Role.Officer, OrganizationId: { } own }
            && await db.Members.AnyAsync(m => m.PartnershipId == id && m.OrganizationId == own && m.Role == MemberRole.Lead, ct)
        );

    public static Task<HealthCheckRound> GetAsync(
        this IQueryable<HealthCheckRound> rounds,
        PartnershipId partnership,
        HealthCheckRoundId id,
        CancellationToken ct
    ) => rounds.GetAsync("healthCheckRound", r => r.Id == id && r.PartnershipId == partnership, ct);

    /// <exception cref="DomainException">The link does not exist.</exception>
    public static async Task<HealthCheckInvitation> GetByTokenAsync(
        this IQueryable<HealthCheckInvitation> invitations,
        string token,
        CancellationToken ct
    )
    {
        if (token.Length > MaxTokenLength)
            throw DomainException.NotFound("healthCheckLink");
        var hash = Secret.HashOf(token);
        return await invitations.GetAsync("healthCheckLink", i => i.Hash == hash || i.ReminderHash == hash, ct);
    }
}
