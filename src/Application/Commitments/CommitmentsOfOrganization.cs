using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>What must be stored again for all commitments of an organization when the organization changes.</summary>
internal static class CommitmentsOfOrganization
{
    private const int AtOnce = 200;

    /// <summary>Recalculates all commitments of the organization, a few hundred at a time.</summary>
    public static async Task RecalculateAsync(
        this ITrackerDb db,
        Organization organization,
        Action<Commitment> recalculate,
        CancellationToken ct
    )
    {
        long seen = 0;
        while (true)
        {
            var some = await db
                .Commitments.Where(c => c.OrganizationId == organization.Id && c.Seq > seen)
                .OrderBy(c => c.Seq)
                .Take(AtOnce)
                .ForChange()
                .ToListAsync(ct);
            if (some.Count == 0)
                return;
            some.ForEach(recalculate);
            await db.SaveChangesAsync(ct);
            seen = some[^1].Seq;
            db.Session.ClearTracked();
        }
    }

    /// <summary>
    /// Saves a change of the organization's contacts. Having a contact is an ingredient of the SMART readiness, which is stored with each
    /// commitment for lists and filters.
    /// </summary>
    /// <param name="hadContact">Whether it had a contact before the change.</param>
    public static Task SaveContactsAsync(this ITrackerDb db, Organization organization, bool hadContact, CancellationToken ct)
    {
        var hasContact = organization.Contacts.Count > 0;
        return db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                if (hasContact != hadContact)
                    await db.RecalculateAsync(organization, commitment => commitment.RecalculateReadiness(hasContact), ct);
            },
            ct
        );
    }
}
