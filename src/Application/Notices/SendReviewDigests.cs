using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Notices;

/// <summary>
/// Tells everybody who decides what awaits their review: one mail a day, in the morning where they are, and none when nothing waits.
/// </summary>
[Needs(Right.Administer)]
public sealed record SendReviewDigests : IRequest<int>;

internal sealed class SendReviewDigestsHandler(ITrackerDb db, DeferredRunner runner, TimeProvider time)
    : IRequestHandler<SendReviewDigests, int>
{
    private static readonly Role[] Reviewers = [.. Enum.GetValues<Role>().Where(role => RoleTable.Allows(role, Right.Review))];

    private static readonly string Due = DeferredSql.Insert(DeferredKind.ReviewDigest, "Users", """t."NextDigestAt" <= {0}""");

    /// <returns>The number of people for whom it was looked what waits.</returns>
    public async Task<int> Handle(SendReviewDigests command, CancellationToken ct)
    {
        await PlanFirstAsync(ct);
        await db.Session.ExecuteSqlAsync(Due, [time.GetUtcNow().UtcTicks], ct);
        return await runner.WorkOffAsync(DeferredKind.ReviewDigest, new WorkLimits(), ct);
    }

    /// <summary>People who are new, or whose role or time zone changed, have no next digest yet.</summary>
    private async Task PlanFirstAsync(CancellationToken ct)
    {
        var people = await db
            .Users.Where(u => u.NextDigestAt == null && u.DeactivatedAt == null && Reviewers.Contains(u.Role))
            .ToListAsync(ct);
        foreach (var person in people)
            person.PlanDigest(time.GetUtcNow(), await db.TimeZoneOfAsync(person, ct));
        await db.SaveChangesAsync(ct);
    }
}
