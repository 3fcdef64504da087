using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Creates decision contexts: the time, the actor, the time zone of the organization and the rules under which a decision is made.
/// </summary>
public sealed class DecisionContexts(ITrackerDb db, ICurrentUser user, TimeProvider time, AccountabilityRules rules)
{
    public async Task<DecisionContext> OfAsync(OrganizationId organizationId, CancellationToken ct)
    {
        var facts = await db
            .Organizations.Where(o => o.Id == organizationId)
            .Select(o => new { o.TimeZone, HasContact = db.Contacts.Any(c => c.OrganizationId == o.Id) })
            .SingleAsync(ct);
        return Of(facts.TimeZone, facts.HasContact);
    }

    /// <summary>Contexts for several organizations, read in one query.</summary>
    public async Task<Dictionary<OrganizationId, DecisionContext>> OfAsync(IEnumerable<OrganizationId> organizations, CancellationToken ct)
    {
        var ids = organizations.Distinct().ToList();
        return await db
            .Organizations.Where(o => ids.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                o.TimeZone,
                HasContact = db.Contacts.Any(c => c.OrganizationId == o.Id),
            })
            .ToDictionaryAsync(o => o.Id, o => Of(o.TimeZone, o.HasContact), ct);
    }

    public DecisionContext Of(string timeZone, bool hasContact) =>
        new(time.GetUtcNow(), user.Actor, Codes.TimeZone(timeZone), hasContact, rules, user.Person);
}
