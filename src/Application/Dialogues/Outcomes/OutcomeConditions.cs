using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>When an outcome counts as taken up, and which ones nobody took up; the sweep asks it in SQL (<c>OutcomeSweepSql</c>).</summary>
internal static class OutcomeConditions
{
    /// <summary>
    /// Commitments with which an organization takes up the outcome that they come from: submitted ones, and those that were accepted.
    /// </summary>
    public static IQueryable<Commitment> WhereTakesUp(this IQueryable<Commitment> commitments) =>
        commitments.Where(c => c.OutcomeId != null && (c.WasAccepted || c.Status == CommitmentStatus.Submitted));

    /// <summary>The open flags of outcomes, and of steps, that nobody took up by the day that the organizers set.</summary>
    public static IQueryable<Flag> WhereNotTakenUp(this IQueryable<Flag> flags) =>
        flags.Where(f => f.Kind == FlagKind.OutcomeNotTakenUp && f.ClearedAt == null);

    /// <summary>Dialogues with such a flag.</summary>
    public static IQueryable<Dialogue> WhereNotTakenUp(this IQueryable<Dialogue> dialogues, ITrackerDb db)
    {
        var open = DialoguesNotTakenUp(db);
        return dialogues.Where(d => open.Contains(d.Id));
    }

    /// <summary>All that <see cref="WhereNotTakenUp(IQueryable{Dialogue}, ITrackerDb)"/> leaves out.</summary>
    public static IQueryable<Dialogue> WhereNoneNotTakenUp(this IQueryable<Dialogue> dialogues, ITrackerDb db)
    {
        var open = DialoguesNotTakenUp(db);
        return dialogues.Where(d => !open.Contains(d.Id));
    }

    private static IQueryable<DialogueId> DialoguesNotTakenUp(ITrackerDb db) =>
        db.Flags.WhereNotTakenUp().Join(db.Outcomes, f => f.OutcomeId, o => (OutcomeId?)o.Id, (_, o) => o.DialogueId);
}
