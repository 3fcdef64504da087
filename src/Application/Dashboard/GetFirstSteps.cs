using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Which of the five steps to the first accepted commitment a new installation has completed.</summary>
[Needs(Right.Administer)]
public sealed record GetFirstSteps : IRequest<FirstSteps>;

/// <param name="Organization">An organization has a contact.</param>
/// <param name="Partner">A second organization has one.</param>
/// <param name="Partnership">A partnership is active.</param>
/// <param name="Commitment">A commitment was submitted.</param>
/// <param name="Reviewer">A person other than the caller may accept it.</param>
public sealed record FirstSteps(bool Organization, bool Partner, bool Partnership, bool Commitment, bool Reviewer)
{
    /// <summary>A commitment was accepted, so that the installation is no longer new.</summary>
    public bool AreOver { get; init; }

    public bool AreDone => this is { Organization: true, Partner: true, Partnership: true, Commitment: true, Reviewer: true };
}

internal sealed class GetFirstStepsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetFirstSteps, FirstSteps>
{
    private const int Organization = 1;
    private const int Partnership = 2;
    private const int Commitment = 3;
    private const int Reviewer = 4;
    private const int Accepted = 5;

    public async Task<FirstSteps> Handle(GetFirstSteps query, CancellationToken ct)
    {
        var reachable = db.Organizations.Where(o => db.Contacts.Any(c => c.OrganizationId == o.Id));
        var others = db.Users.Where(u =>
            u.DeactivatedAt == null
            && (u.Role == Role.Reviewer || u.Role == Role.Secretariat)
            && (user.Person == null || u.Id != user.Person)
        );
        var taken = await First(reachable, 2, Organization)
            .Concat(First(db.Partnerships.Where(p => p.Status == PartnershipStatus.Active), 1, Partnership))
            .Concat(First(db.Commitments.Where(c => c.Status != CommitmentStatus.Draft), 1, Commitment))
            .Concat(First(others, 1, Reviewer))
            .Concat(First(db.Commitments.Where(c => c.WasAccepted), 1, Accepted))
            .Select(row => row.Table)
            .ToListAsync(ct);
        return new FirstSteps(
            taken.Contains(Organization),
            taken.Count(step => step == Organization) > 1,
            taken.Contains(Partnership),
            taken.Contains(Commitment),
            taken.Contains(Reviewer)
        )
        {
            AreOver = taken.Contains(Accepted),
        };
    }

    private static IQueryable<RowOf> First<TRow>(IQueryable<TRow> rows, int count, int step)
        where TRow : Entity => rows.OrderBy(row => row.Seq).Take(count).In(step);
}
