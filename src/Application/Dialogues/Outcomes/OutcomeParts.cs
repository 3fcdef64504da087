using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The lists that belong to outcomes, and the commitments that came of them, all read in one statement.</summary>
internal static class OutcomeParts
{
    private const int Step = 1;
    private const int Source = 2;
    private const int Stated = 3;
    private const int Commitment = 4;

    /// <param name="groups">The stakeholder groups that the dialogue invites.</param>
    public static async Task<IReadOnlyList<OutcomeDetails>> WithPartsAsync(
        this IReadOnlyList<OutcomeDetails> outcomes,
        ITrackerDb db,
        ICurrentUser user,
        IReadOnlyList<string> groups,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (outcomes.Count == 0)
            return outcomes;
        var ids = outcomes.Select(o => new OutcomeId(o.Id)).ToList();
        var takingUp = db.Commitments.WhereTakesUp();
        var keys = db
            .OutcomeSteps.Where(s => ids.Contains(s.OutcomeId))
            .In(Step)
            .Concat(db.OutcomeSources.Where(s => ids.Contains(s.OutcomeId)).In(Source))
            .Concat(db.OutcomeAgreements.Where(a => ids.Contains(a.OutcomeId)).In(Stated))
            .Concat(db.Commitments.VisibleTo(db, user).Where(c => c.OutcomeId != null && ids.Contains(c.OutcomeId.Value)).In(Commitment));
        var rows = await (
            from key in keys
            join s in db.OutcomeSteps on new { key.Table, key.Seq } equals new { Table = Step, s.Seq } into steps
            from s in steps.DefaultIfEmpty()
            join n in db.OutcomeSources on new { key.Table, key.Seq } equals new { Table = Source, n.Seq } into sources
            from n in sources.DefaultIfEmpty()
            join a in db.OutcomeAgreements on new { key.Table, key.Seq } equals new { Table = Stated, a.Seq } into agreements
            from a in agreements.DefaultIfEmpty()
            join c in db.Commitments on new { key.Table, key.Seq } equals new { Table = Commitment, c.Seq } into commitments
            from c in commitments.DefaultIfEmpty()
            select new
            {
                key.Seq,
                Step = s == null
                    ? null
                    : new
                    {
                        s.OutcomeId,
                        Row = new StepDetails(
                            s.Id.Value,
                            s.Position,
                            s.Title,
                            s.LeadId == null ? null : s.LeadId!.Value.Value,
                            s.LeadId == null ? s.Lead : db.Organizations.Where(o => o.Id == s.LeadId).Select(o => o.Name).FirstOrDefault(),
                            takingUp.Any(taken =>
                                taken.OutcomeId == s.OutcomeId && (taken.OutcomeStepId == null || taken.OutcomeStepId == s.Id)
                            ),
                            false
                        ),
                    },
                Source = n == null ? null : new { n.OutcomeId, n.NoteId },
                Agreement = a == null ? null : new { a.OutcomeId, Row = new AgreementDetails(a.Group, a.Level, a.Reason, a.StatedAt) },
                Commitment = c == null
                    ? null
                    : new
                    {
                        c.OutcomeId,
                        c.OutcomeStepId,
                        c.Id,
                        c.Title,
                        c.OrganizationId,
                        Organization = db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
                        TimeZone = db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.TimeZone).First(),
                        c.Status,
                        c.DueDate,
                        c.OverdueAt,
                        c.ClosedOn,
                    },
            }
        ).ToListAsync(ct);

        // The databases return the rows in any order.
        rows = [.. rows.OrderBy(row => row.Seq)];
        return [.. outcomes.Select(With)];

        OutcomeDetails With(OutcomeDetails outcome)
        {
            var id = new OutcomeId(outcome.Id);
            var stated = rows.Where(r => r.Agreement?.OutcomeId == id).Select(r => r.Agreement!.Row).ToList();
            var asked = groups.Concat(stated.Select(s => s.Group)).Distinct();
            return outcome with
            {
                Steps =
                [
                    .. rows.Where(r => r.Step?.OutcomeId == id)
                        .Select(r => r.Step!.Row)
                        .OrderBy(s => s.Position)
                        .Select(s => s with { IsNotTakenUp = outcome.IsTakeUpOver && !s.IsTakenUp }),
                ],
                NoteIds = [.. rows.Where(r => r.Source?.OutcomeId == id).Select(r => r.Source!.NoteId.Value)],
                Agreements =
                [
                    .. asked.Select(group =>
                        stated.Find(s => s.Group == group) ?? new AgreementDetails(group, AgreementLevel.DidNotSay, null, null)
                    ),
                ],
                Commitments =
                [
                    .. rows.Where(r => r.Commitment?.OutcomeId == id)
                        .Select(r => r.Commitment!)
                        .Select(c => new OutcomeCommitment(
                            c.Id.Value,
                            c.OutcomeStepId?.Value,
                            c.Title,
                            c.OrganizationId.Value,
                            c.Organization,
                            c.Status,
                            c.DueDate,
                            c.OverdueAt <= now,
                            DueDay.DaysOverdue(c.DueDate, c.OverdueAt, now, Codes.TimeZone(c.TimeZone)),
                            c.ClosedOn
                        )),
                ],
            };
        }
    }
}
