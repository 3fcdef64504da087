using System.Linq.Expressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
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
    /// was accepted, or a closing as completed that still stands.
    /// </summary>
    public static IQueryable<Voice> WhereDiverging(this IQueryable<Voice> voices, ITrackerDb db)
    {
        var reports = db
            .ProgressReports.Where(r =>
                r.Status == ProgressReportStatus.Accepted || (r.Status == ProgressReportStatus.Submitted && r.ReportsCompletion)
            )
            .Select(r => (Guid)(object)r.Id);
        var closed = db.Commitments.Where(c => c.Status == CommitmentStatus.Completed).Select(c => (Guid)(object)c.Id);
        return voices
            .WhereCounts()
            .Where(v => v.Stance == VoiceStance.Disputes || v.Stance == VoiceStance.Partly)
            .Where(v =>
                (v.ClaimKind == VoiceClaimKind.ProgressReport && reports.Contains(v.ClaimId))
                || (v.ClaimKind == VoiceClaimKind.Closing && closed.Contains(v.ClaimId))
            );
    }

    public static IQueryable<Commitment> Matching(this IQueryable<Commitment> commitments, VoiceFilter filter, ITrackerDb db)
    {
        var diverging = db.Voices.WhereDiverging(db).Select(v => v.CommitmentId);
        var confirming = db.Voices.WhereCounts().Where(v => v.Stance == VoiceStance.Confirms).Select(v => v.CommitmentId);
        var any = db.Voices.WhereCounts().Select(v => v.CommitmentId);
        return filter switch
        {
            VoiceFilter.Diverging => commitments.Where(c => diverging.Contains(c.Id)),
            VoiceFilter.Confirming => commitments.Where(c => confirming.Contains(c.Id)),
            VoiceFilter.Any => commitments.Where(c => any.Contains(c.Id)),
            VoiceFilter.None => commitments.Where(c => !any.Contains(c.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }
}

/// <summary>Filters commitments by what communities say about them; hidden and withdrawn voices do not count.</summary>
public enum VoiceFilter
{
    /// <summary>A voice disputes, or confirms only partly, what was reported complete, accepted or closed as completed.</summary>
    Diverging,

    /// <summary>A voice confirms a claim.</summary>
    Confirming,

    /// <summary>There is a voice.</summary>
    Any,

    /// <summary>There is no voice.</summary>
    None,
}
