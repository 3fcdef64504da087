using System.Linq.Expressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Which voices count, and which differ from what was reported; the only place where this is decided.</summary>
public static class VoiceConditions
{
    /// <summary>The same rule as <see cref="Voice.Counts"/>.</summary>
    public static readonly Expression<Func<Voice, bool>> Counts = v => v.WithdrawnAt == null && v.HiddenBecause == null;

    public static IQueryable<Voice> WhereCounts(this IQueryable<Voice> voices) => voices.Where(Counts);

    /// <summary>
    /// Voices that dispute a claim, or agree only partly, where the claim is a progress report that says the commitment is complete or that
    /// was accepted, a closing as completed that still stands, or an outcome of a dialogue. An open question claims nothing.
    /// </summary>
    public static IQueryable<Voice> WhereDiverging(this IQueryable<Voice> voices, ITrackerDb db)
    {
        var reports = db
            .ProgressReports.Where(r =>
                r.Status == ProgressReportStatus.Accepted || (r.Status == ProgressReportStatus.Submitted && r.ReportsCompletion)
            )
            .Select(r => (Guid)(object)r.Id);
        var closed = db.Commitments.Where(c => c.Status == CommitmentStatus.Completed).Select(c => (Guid)(object)c.Id);
        var agreed = db.Outcomes.Where(o => o.Kind != OutcomeKind.OpenQuestion).Select(o => (Guid)(object)o.Id);
        return voices
            .WhereCounts()
            .Where(v => v.Stance == VoiceStance.Disputes || v.Stance == VoiceStance.Partly)
            .Where(v =>
                (v.ClaimKind == VoiceClaimKind.ProgressReport && reports.Contains(v.ClaimId))
                || (v.ClaimKind == VoiceClaimKind.Closing && closed.Contains(v.ClaimId))
                || (v.ClaimKind == VoiceClaimKind.Outcome && agreed.Contains(v.ClaimId))
            );
    }

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
    /// <summary>A voice disputes, or confirms only partly, what was reported complete, accepted, closed as completed or agreed.</summary>
    Diverging,

    /// <summary>A voice confirms a claim.</summary>
    Confirming,

    /// <summary>There is a voice.</summary>
    Any,

    /// <summary>There is no voice.</summary>
    None,
}
