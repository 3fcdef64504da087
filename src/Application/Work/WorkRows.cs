using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Work;

/// <summary>What is shown of several lists of commitments and of one of dialogues, all read in one statement.</summary>
/// <param name="Commitments">Those of each list, the one with the earliest due date first.</param>
/// <param name="Dialogues">Those whose outcomes should have been taken up, the one with the earliest day first.</param>
internal sealed record WorkRows(IReadOnlyList<IReadOnlyList<CommitmentWork>> Commitments, IReadOnlyList<DialogueWork> Dialogues)
{
    /// <summary>The lists of commitments follow.</summary>
    private const int NotTakenUp = 0;

    /// <param name="lists">The first rows of lists of commitments.</param>
    /// <param name="notTakenUp">All dialogues with outcomes that nobody took up; null where the caller organizes none.</param>
    public static async Task<WorkRows> ReadAsync(
        IReadOnlyList<IQueryable<Commitment>> lists,
        IQueryable<Dialogue>? notTakenUp,
        ITrackerDb db,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var keys = lists.Select((list, i) => list.In(i + 1)).Aggregate(Queryable.Concat);
        if (notTakenUp is not null)
            keys = keys.Concat(notTakenUp.OrderBy(d => d.TakeUpEndsAt).ThenBy(d => d.Seq).Take(WorkLists.Shown).In(NotTakenUp));
        var flags = db.Flags.WhereNotTakenUp();

        // A key of a dialogue can have the number of a commitment, too; the table decides which of the two is meant.
        var rows = await (
            from key in keys
            join d in db.Dialogues on new { key.Table, key.Seq } equals new { Table = NotTakenUp, d.Seq } into dialogues
            from d in dialogues.DefaultIfEmpty()
            join c in db.Commitments on key.Seq equals c.Seq into commitments
            from c in commitments.DefaultIfEmpty()
            select new
            {
                key.Table,
                key.Seq,
                Dialogue = d == null
                    ? null
                    : new
                    {
                        d.TakeUpEndsAt,
                        Work = new DialogueWork(
                            d.Id.Value,
                            d.Title,
                            d.TakeUpBy,
                            db.Outcomes.Count(o => o.DialogueId == d.Id && flags.Any(f => f.OutcomeId == o.Id))
                        ),
                    },
                Commitment = c == null
                    ? null
                    : new
                    {
                        c.DueDateKey,
                        Row = new WorkRow(
                            c.Id.Value,
                            c.Title,
                            c.OrganizationId.Value,
                            db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
                            c.DueDate,
                            db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.TimeZone).First()
                        ),
                    },
            }
        ).ToListAsync(ct);

        // The databases return the rows in any order.
        return new WorkRows(
            [.. lists.Select((_, i) => Of(i + 1))],
            [
                .. rows.Where(row => row.Table == NotTakenUp)
                    .OrderBy(row => row.Dialogue!.TakeUpEndsAt)
                    .ThenBy(row => row.Seq)
                    .Select(row => row.Dialogue!.Work),
            ]
        );

        IReadOnlyList<CommitmentWork> Of(int list) =>
            [
                .. rows.Where(row => row.Table == list)
                    .OrderBy(row => row.Commitment!.DueDateKey)
                    .ThenBy(row => row.Seq)
                    .Select(row => row.Commitment!.Row.At(now)),
            ];
    }
}
