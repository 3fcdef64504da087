using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Lists who was sent a link of a round. Nobody is shown who of them answered.</summary>
[Needs(Right.Lead)]
public sealed record ListHealthCheckInvitations(
    PartnershipId PartnershipId,
    HealthCheckRoundId RoundId,
    int? Limit = null,
    string? Cursor = null
) : IRequest<Page<InvitedRespondent>>, IPaged;

/// <summary>Somebody who was sent a link of a health check.</summary>
/// <param name="Role">The role of the organization when they were invited.</param>
/// <param name="Name">Null after the contact was removed, and for readers who may not see the contacts of the organization.</param>
/// <param name="SentAt">When the mail was sent; null while it waits.</param>
public sealed record InvitedRespondent(Guid OrganizationId, string OrganizationName, MemberRole Role, string? Name, DateTimeOffset? SentAt);

internal sealed class ListHealthCheckInvitationsValidator : AbstractValidator<ListHealthCheckInvitations>
{
    public ListHealthCheckInvitationsValidator() => this.Paged();
}

internal sealed class ListHealthCheckInvitationsHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<ListHealthCheckInvitations, Page<InvitedRespondent>>
{
    public async Task<Page<InvitedRespondent>> Handle(ListHealthCheckInvitations query, CancellationToken ct)
    {
        await db.GetLedAsync(user, query.PartnershipId, ct);
        await db.HealthCheckRounds.GetAsync(query.PartnershipId, query.RoundId, ct);
        var (seesAll, own) = (user.SeesEverything(), user.OrganizationId);
        return await db
            .HealthCheckInvitations.Where(i => i.RoundId == query.RoundId)
            .ToPageAsync(
                query,
                i => i.Seq,
                descending: false,
                page =>
                    from i in page
                    join o in db.Organizations on i.OrganizationId equals o.Id
                    orderby i.Seq
                    select new InvitedRespondent(
                        o.Id.Value,
                        o.Name,
                        i.Role,
                        seesAll || o.Id == own ? db.Contacts.Where(c => c.Id == i.ContactId).Select(c => c.Name).FirstOrDefault() : null,
                        db.Mails.Where(m => m.Id == i.MailId).Select(m => m.SentAt).FirstOrDefault()
                    ),
                ct
            );
    }
}
