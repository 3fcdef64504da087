using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Organizations;

/// <summary>An organization with its commitments in numbers, its partnerships and initiatives, as far as the caller may see them.</summary>
[Needs(Right.Read)]
public sealed record GetOrganizationOverview(OrganizationId OrganizationId) : IRequest<OrganizationOverview>;

public sealed record OrganizationOverview
{
    public required OrganizationDetails Organization { get; init; }

    /// <summary>The commitments for which it is accountable, by status; a status without any is missing.</summary>
    public IReadOnlyList<CommitmentsInStatus> Commitments { get; init; } = [];

    /// <summary>Of its commitments, those that are overdue now.</summary>
    public int Overdue { get; init; }

    /// <summary>Of its commitments, those that are reported complete and await review.</summary>
    public int ReportedComplete { get; init; }

    /// <summary>The commitments of others that it supports.</summary>
    public int Supported { get; init; }

    /// <summary>The partnerships of which it is a member, by name; at most 50.</summary>
    public IReadOnlyList<Membership> Partnerships { get; init; } = [];

    public int PartnershipsTotal { get; init; }

    /// <summary>The ten newest initiatives that it would carry; none for callers who may not read initiatives.</summary>
    public IReadOnlyList<InitiativeDetails> Initiatives { get; init; } = [];

    /// <summary>All of these initiatives; null for callers who may not read initiatives.</summary>
    public int? InitiativesTotal { get; init; }

    /// <summary>The people with an account who can sign in; null for callers who may not see them.</summary>
    public int? People { get; init; }

    /// <summary>The API keys that work; null for callers who may not see them.</summary>
    public int? ApiKeys { get; init; }
}

public sealed record CommitmentsInStatus(CommitmentStatus Status, int Count);

public sealed record Membership(Guid PartnershipId, string Name, PartnershipStatus Status, MemberRole Role, DateOnly JoinedOn);

internal sealed class GetOrganizationOverviewHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps, TimeProvider time)
    : IRequestHandler<GetOrganizationOverview, OrganizationOverview>
{
    private const int MaxPartnerships = 50;
    private const int MaxInitiatives = 10;

    public async Task<OrganizationOverview> Handle(GetOrganizationOverview query, CancellationToken ct)
    {
        var (id, now) = (query.OrganizationId, time.GetUtcNow());
        var memberships =
            from m in db.Members
            join p in db.Partnerships.VisibleTo(db, user) on m.PartnershipId equals p.Id
            where m.OrganizationId == id
            orderby p.NameKey, p.Seq
            select new Membership(p.Id.Value, p.Name, p.Status, m.Role, m.JoinedOn);
        var supported = db.Commitments.VisibleTo(db, user).Where(c => c.Supporters.Any(s => s.OrganizationId == id));
        var people = db.Users.Where(u => u.OrganizationId == id && u.DeactivatedAt == null);
        var keys = db.ApiKeys.Where(k => k.OrganizationId == id).WhereUsable(now);
        var initiatives = db.Initiatives.VisibleTo(user).Where(i => i.OrganizationId == id);
        var found =
            await db
                .Organizations.VisibleTo(db, user)
                .Where(o => o.Id == id)
                .ProjectTo<OrganizationDetails>(maps)
                .Select(details => new
                {
                    Details = details,
                    Supported = supported.Count(),
                    Partnerships = memberships.Count(),
                    Initiatives = initiatives.Count(),
                    People = people.Count(),
                    ApiKeys = keys.Count(),
                })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("organization");
        var overdue = CommitmentConditions.IsOverdue(now);
        var commitments = await db
            .Commitments.VisibleTo(db, user)
            .Where(c => c.OrganizationId == id)
            .GroupBy(c => c.Status)
            .Select(status => new
            {
                status.Key,
                Count = status.Count(),
                Overdue = status.AsQueryable().Count(overdue),
                ReportedComplete = status.AsQueryable().Count(CommitmentConditions.IsReportedComplete),
            })
            .ToListAsync(ct);
        var manages = user.ManagesPeopleOf(id);
        return new OrganizationOverview
        {
            Organization = found.Details,
            Commitments = [.. commitments.OrderBy(c => c.Key).Select(c => new CommitmentsInStatus(c.Key, c.Count))],
            Overdue = commitments.Sum(c => c.Overdue),
            ReportedComplete = commitments.Sum(c => c.ReportedComplete),
            Supported = found.Supported,
            Partnerships = found.Partnerships == 0 ? [] : await memberships.Take(MaxPartnerships).ToListAsync(ct),
            PartnershipsTotal = found.Partnerships,
            Initiatives = found.Initiatives == 0 ? [] : await initiatives.NewestAsync(MaxInitiatives, db, user, now, ct),
            InitiativesTotal = user.ReadsInitiatives() ? found.Initiatives : null,
            People = manages ? found.People : null,
            ApiKeys = manages ? found.ApiKeys : null,
        };
    }
}
