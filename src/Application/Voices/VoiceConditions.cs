using System.Linq.Expressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Which voices count, and which differ from what was reported; the only place where this is decided.</summary>
public static class VoiceConditions
{
    /// <summary>The same rule as <see cref="Voice.Counts"/>.</summary>
    public static readonly Expression<Func<Voice, bool>> Counts = v => v.WithdrawnAt == null && v.HiddenBecause == null;

    public static IQueryable<Voice> WhereCounts(this IQueryable<Voice> voices) => voices.Where(Counts);

    /// <summary>Voices whose claim is still made: the progress report was not returned, the closing was not undone.</summary>
    public static IQueryable<Voice> WhereClaimStands(this IQueryable<Voice> voices, ITrackerDb db)
    {
        var reports = db.ProgressReports.Where(r => r.Status != ProgressReportStatus.Returned);
        var closed = db.Commitments.WhereClosed();
        return voices.Where(v =>
            v.ClaimKind == VoiceClaimKind.Outcome
            || (v.ClaimKind == VoiceClaimKind.ProgressReport && reports.Any(r => (Guid)(object)r.Id == v.ClaimId))
            || (
                v.ClaimKind == VoiceClaimKind.Closing
                // The same rule as Commitment.ClosingId.
                && closed.Any(c =>
                    c.Id == v.CommitmentId && (c.ReopeningId == v.ClaimId || (c.ReopeningId == null && (Guid)(object)c.Id == v.ClaimId))
                )
            )
        );
    }

    /// <summary>
    /// Voices that dispute a claim, or agree only partly, where the claim is a progress report that says the commitment is complete or that
    /// was accepted, a closing that still stands, whatever it says, or an outcome of a dialogue. An open question claims nothing.
    /// </summary>
    public static IQueryable<Voice> WhereDiverging(this IQueryable<Voice> voices, ITrackerDb db)
    {
        var reports = db.ProgressReports.Where(r => r.Status == ProgressReportStatus.Accepted || r.ReportsCompletion);
        var agreed = db.Outcomes.Where(o => o.Kind != OutcomeKind.OpenQuestion);
        return voices
            .WhereCounts()
            .Where(v => v.Stance == VoiceStance.Disputes || v.Stance == VoiceStance.Partly)
            .WhereClaimStands(db)
            .Where(v =>
                v.ClaimKind == VoiceClaimKind.Closing
                || (v.ClaimKind == VoiceClaimKind.ProgressReport && reports.Any(r => (Guid)(object)r.Id == v.ClaimId))
                || (v.ClaimKind == VoiceClaimKind.Outcome && agreed.Any(o => (Guid)(object)o.Id == v.ClaimId))
            );
    }

    /// <summary>
    /// Voices that dispute a claim, or agree only partly, and have no answer yet. Others can be answered, too, but do not wait for it.
    /// </summary>
    public static IQueryable<Voice> WhereUnanswered(this IQueryable<Voice> voices) =>
        voices.WhereCounts().Where(v => v.Reply == null && (v.Stance == VoiceStance.Disputes || v.Stance == VoiceStance.Partly));

    /// <summary>All others, with those that were hidden or withdrawn.</summary>
    public static IQueryable<Voice> WhereNotUnanswered(this IQueryable<Voice> voices) =>
        voices.Where(v =>
            v.WithdrawnAt != null
            || v.HiddenBecause != null
            || v.Reply != null
            || v.Stance == VoiceStance.Confirms
            || v.Stance == VoiceStance.CannotSay
        );

    /// <summary>Voices on what this organization claims, which it can answer.</summary>
    public static IQueryable<Voice> WhereAnsweredBy(this IQueryable<Voice> voices, ITrackerDb db, OrganizationId organization) =>
        voices.Where(v =>
            db.Commitments.Any(c => c.Id == v.CommitmentId && c.OrganizationId == organization)
            || db.Dialogues.Any(d => d.Id == v.DialogueId && d.OrganizationId == organization)
        );

    public static IQueryable<Commitment> Matching(this IQueryable<Commitment> commitments, VoiceFilter filter, ITrackerDb db)
    {
        var voices = Said(filter, db);
        return filter == VoiceFilter.None
            ? commitments.Where(c => !voices.Any(v => v.CommitmentId == c.Id))
            : commitments.Where(c => voices.Any(v => v.CommitmentId == c.Id));
    }

    /// <summary>Dialogues by what communities say about their outcomes.</summary>
    public static IQueryable<Dialogue> Matching(this IQueryable<Dialogue> dialogues, VoiceFilter filter, ITrackerDb db)
    {
        var voices = Said(filter, db);
        return filter == VoiceFilter.None
            ? dialogues.Where(d => !voices.Any(v => v.DialogueId == d.Id))
            : dialogues.Where(d => voices.Any(v => v.DialogueId == d.Id));
    }

    /// <summary>The voices that the filter looks for; for <see cref="VoiceFilter.None"/> those that there must not be.</summary>
    private static IQueryable<Voice> Said(VoiceFilter filter, ITrackerDb db) =>
        filter switch
        {
            VoiceFilter.Diverging => db.Voices.WhereDiverging(db),
            VoiceFilter.Confirming => db.Voices.WhereCounts().Where(v => v.Stance == VoiceStance.Confirms),
            VoiceFilter.Unanswered => db.Voices.WhereUnanswered(),
            VoiceFilter.Any or VoiceFilter.None => db.Voices.WhereCounts(),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
}

/// <summary>
/// Filters commitments by what communities say about them, and dialogues by what they say about outcomes; hidden and withdrawn voices do
/// not count.
/// </summary>
public enum VoiceFilter
{
    /// <summary>A voice disputes, or confirms only partly, what was reported complete, accepted, closed or agreed.</summary>
    Diverging,

    /// <summary>A voice confirms a claim.</summary>
    Confirming,

    /// <summary>There is a voice.</summary>
    Any,

    /// <summary>There is no voice.</summary>
    None,

    /// <summary>A voice disputes a claim, or confirms it only partly, and has no answer yet.</summary>
    Unanswered,
}
