using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Reads what the link of a health check shows. Nothing is changed, because mail scanners open every link.</summary>
[Needs(Right.UseLink)]
public sealed record OpenHealthCheckLink(string Token) : IRequest<HealthCheckLinkPage>;

internal sealed class OpenHealthCheckLinkHandler(ITrackerDb db, TimeProvider time)
    : IRequestHandler<OpenHealthCheckLink, HealthCheckLinkPage>
{
    public async Task<HealthCheckLinkPage> Handle(OpenHealthCheckLink query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var invitation = await db.HealthCheckInvitations.AsNoTracking().GetByTokenAsync(query.Token, ct);
        var found = await (
            from r in db.HealthCheckRounds.AsNoTracking()
            join p in db.Partnerships on r.PartnershipId equals p.Id
            where r.Id == invitation.RoundId
            select new
            {
                Round = r,
                p.Name,
                Organization = db.Organizations.Where(o => o.Id == invitation.OrganizationId).Select(o => o.Name).First(),
                // A person can be a contact in another role, too.
                IsContact = db.Contacts.Any(c =>
                    c.OrganizationId == invitation.OrganizationId
                    && (c.Id == invitation.ContactId || db.Mails.Any(m => m.Id == invitation.MailId && m.Recipient == c.Email))
                ),
                IsMember = db.Members.Any(m => m.PartnershipId == p.Id && m.OrganizationId == invitation.OrganizationId),
                Language = db.Contacts.Where(c => c.Id == invitation.ContactId).Select(c => c.Language).FirstOrDefault(),
            }
        ).SingleAsync(ct);
        var state = found.Round.StateAt(now) switch
        {
            HealthCheckState.Cancelled => HealthCheckLinkState.Cancelled,
            _ when invitation.IsAnswered => HealthCheckLinkState.Receipt,
            HealthCheckState.Closed => HealthCheckLinkState.Closed,
            _ when !found.IsContact || !found.IsMember => HealthCheckLinkState.NotYours,
            _ => HealthCheckLinkState.Form,
        };
        return new HealthCheckLinkPage(state, found.Language, found.Name, found.Organization, found.Round.DetailsAt(now));
    }
}
