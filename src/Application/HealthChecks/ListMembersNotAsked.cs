using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>
/// Lists the members that a round does not ask, because they have no contact. While it is open, a contact who is added is asked; after it
/// has ended, the list is of those who were members by its last day and were not asked.
/// </summary>
[Needs(Right.Read)]
public sealed record ListMembersNotAsked(PartnershipId PartnershipId, HealthCheckRoundId RoundId, int? Limit = null, string? Cursor = null)
    : IRequest<Page<MemberNotAsked>>,
        IPaged;

/// <summary>A member that a round of the health check does not ask.</summary>
public sealed record MemberNotAsked(Guid OrganizationId, string OrganizationName, MemberRole Role);

internal sealed class ListMembersNotAskedValidator : AbstractValidator<ListMembersNotAsked>
{
    public ListMembersNotAskedValidator() => this.Paged();
}

internal sealed class ListMembersNotAskedHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListMembersNotAsked, Page<MemberNotAsked>>
{
    public Task<Page<MemberNotAsked>> Handle(ListMembersNotAsked query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var visible = db.Partnerships.VisibleTo(db, user).Select(p => p.Id);
        var round = db.HealthCheckRounds.Where(r =>
            r.Id == query.RoundId && r.PartnershipId == query.PartnershipId && visible.Contains(r.PartnershipId)
        );
        var members = db.Members.Where(m =>
            m.PartnershipId == query.PartnershipId
            && !db.HealthCheckInvitations.Any(i => i.RoundId == query.RoundId && i.OrganizationId == m.OrganizationId)
            && round.Any(r =>
                m.JoinedOn <= r.ClosesOn
                && (r.ClosesAt <= now || r.CancelledAt != null || !db.Contacts.Any(c => c.OrganizationId == m.OrganizationId))
            )
        );
        return members.ToPageOfAsync(
            round,
            "healthCheckRound",
            query,
            m => m.Seq,
            m => new MemberNotAsked(
                m.OrganizationId.Value,
                db.Organizations.Where(o => o.Id == m.OrganizationId).Select(o => o.Name).First(),
                m.Role
            ),
            ct
        );
    }
}
