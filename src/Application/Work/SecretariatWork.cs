using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Imports;
using PartnershipTracker.Application.Organizations;
using PartnershipTracker.Domain.Imports;

namespace PartnershipTracker.Application.Work;

/// <summary>What needs the secretariat.</summary>
internal sealed class SecretariatWork(
    ITrackerDb db,
    ICurrentUser user,
    WaitingReviews reviews,
    TimeProvider time,
    IConfigurationProvider maps
)
{
    public async Task<WorkToDo> GetAsync(CancellationToken ct)
    {
        var reviewer = Reviewer.Of(user);
        var orphaned = db.Commitments.WhereOrphaned(db);
        var silent = db.Organizations.WhereWithoutContact(db);
        var running = db.Imports.Where(i =>
            i.State == ImportState.Queued || i.State == ImportState.Running || i.State == ImportState.Undoing
        );
        var notTakenUp = db.Dialogues.WhereNotTakenUp(db);
        var counts = await WorkLists.CountAsync(
            [
                reviews.All(reviewer),
                orphaned.Select(c => c.Seq),
                silent.Select(o => o.Seq),
                running.Select(i => i.Seq),
                notTakenUp.Select(d => d.Seq),
            ],
            ct
        );
        var parked = await ParkedAsync(ct);
        var firstOrphaned = orphaned.OrderBy(c => c.DueDateKey).ThenBy(c => c.Seq).Take(WorkLists.Shown);
        var rows = await WorkRows.ReadAsync([firstOrphaned], notTakenUp, db, time.GetUtcNow(), ct);
        return new WorkToDo
        {
            Reviews = new(counts[0], WorkLists.Reviews, await reviews.OldestAsync(reviewer, WorkLists.Shown, ct)),
            Orphaned = new(counts[1], "commitments?orphaned=true", rows.Commitments[0]),
            NotTakenUp = new(counts[4], "dialogues?notTakenUp=true", rows.Dialogues),
            OrganizationsWithoutContact = new(
                counts[2],
                "organizations?withoutContact=true",
                await silent
                    .OrderBy(o => o.NameKey)
                    .ThenBy(o => o.Seq)
                    .Take(WorkLists.Shown)
                    .ProjectTo<OrganizationDetails>(maps)
                    .ToListAsync(ct)
            ),
            Parked = new(parked.Sum(kind => kind.Count), "deferred?state=parked", parked),
            Imports = new(
                counts[3],
                "imports",
                (await running.AsNoTracking().OrderByDescending(i => i.Seq).Take(WorkLists.Shown).ToListAsync(ct)).ConvertAll(
                    ImportAnswers.Of
                )
            ),
        };
    }

    private async Task<IReadOnlyList<ParkedWork>> ParkedAsync(CancellationToken ct) =>
        await db
            .DeferredWork.Where(w => w.ParkedAt != null)
            .GroupBy(w => w.Kind)
            .Select(group => new ParkedWork(group.Key, group.Count(), group.Min(w => w.ParkedAt)!.Value))
            .ToListAsync(ct);
}
