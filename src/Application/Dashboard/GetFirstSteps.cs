using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>Which of the steps to the first commitment a new installation has completed.</summary>
[Needs(Right.Read)]
public sealed record GetFirstSteps : IRequest<FirstSteps>;

/// <param name="Key">The secretariat has an API key.</param>
/// <param name="Contact">An organization has a contact.</param>
/// <param name="Partnership">A partnership is active.</param>
/// <param name="Commitment">A commitment exists, even as a draft.</param>
public sealed record FirstSteps(bool Key, bool Organization, bool Contact, bool Partnership, bool Commitment);

internal sealed class GetFirstStepsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetFirstSteps, FirstSteps>
{
    private const int Key = 1;
    private const int Organization = 2;
    private const int Contact = 3;
    private const int Partnership = 4;
    private const int Commitment = 5;

    public async Task<FirstSteps> Handle(GetFirstSteps query, CancellationToken ct)
    {
        var organizations = db.Organizations.VisibleTo(db, user);
        var taken = await Taken(db.ApiKeys, Key)
            .Concat(Taken(organizations, Organization))
            .Concat(Taken(organizations.Where(o => db.Contacts.Any(c => c.OrganizationId == o.Id)), Contact))
            .Concat(Taken(db.Partnerships.VisibleTo(db, user).Where(p => p.Status == PartnershipStatus.Active), Partnership))
            .Concat(Taken(db.Commitments.VisibleTo(db, user), Commitment))
            .Select(row => row.Table)
            .ToListAsync(ct);
        return new FirstSteps(
            taken.Contains(Key),
            taken.Contains(Organization),
            taken.Contains(Contact),
            taken.Contains(Partnership),
            taken.Contains(Commitment)
        );
    }

    /// <summary>One row if there are any.</summary>
    private static IQueryable<RowOf> Taken<TRow>(IQueryable<TRow> rows, int step)
        where TRow : Entity => rows.OrderBy(row => row.Seq).Take(1).In(step);
}
