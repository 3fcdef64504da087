using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

internal static class LinkHolders
{
    private const int MaxTokenLength = 100;

    /// <exception cref="DomainException">The link does not exist.</exception>
    public static async Task<ReportLink> GetByTokenAsync(this IQueryable<ReportLink> links, string token, CancellationToken ct)
    {
        if (token.Length > MaxTokenLength)
            throw DomainException.NotFound("reportLink");
        var hash = Secret.HashOf(token);
        return await links.GetAsync("reportLink", l => l.Hash == hash, ct);
    }

    /// <returns>The holder of the link; null if they are not a contact, or not any more.</returns>
    public static Task<Contact?> HolderAsync(this ITrackerDb db, ReportLink link, CancellationToken ct) =>
        db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == link.ContactId && c.OrganizationId == link.OrganizationId, ct);

    /// <summary>Makes the holder of the link the actor of this scope, for their organization.</summary>
    /// <param name="person">The person with an account of the same address, needed where the holder files something.</param>
    public static void ActAsHolder(this CurrentUser user, ContactId contact, OrganizationId organization, UserId? person = null) =>
        user.SignIn(new Actor(ActorKind.Contact, contact.Value), Role.Reporter, organization, person: person);

    /// <returns>Whether the organization is accountable for the commitment or supports it.</returns>
    public static Task<bool> IsPartyAsync(this ITrackerDb db, CommitmentId commitment, OrganizationId organization, CancellationToken ct) =>
        db.Commitments.WhereParty(organization).AnyAsync(c => c.Id == commitment, ct);
}
