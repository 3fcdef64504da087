using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Which claims an organization may speak about. What may be done with a commitment is answered by the same guards (ADR 0040).
/// </summary>
internal static class VoiceClaims
{
    /// <returns>The refusal for a party of the commitment; null if the organization may speak of its claims.</returns>
    public static DomainException? WhyNotSpeak(OrganizationId organization, Func<OrganizationId, bool> isParty) =>
        isParty(organization) ? AccessErrors.OwnCase() : null;

    /// <returns>The refusal to speak of a progress report; null if the organization may.</returns>
    public static DomainException? WhyNotSpeakOfReport(OrganizationId organization, OrganizationId reporter, ProgressReportStatus status) =>
        organization == reporter ? AccessErrors.OwnCase()
        : status == ProgressReportStatus.Returned ? VoiceErrors.ClaimEnded()
        : null;

    /// <returns>The refusal to speak of the closing of a commitment; null if it may be spoken of.</returns>
    public static DomainException? WhyNotSpeakOfClosing(CommitmentStatus status) =>
        status is CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted or CommitmentStatus.NotCompleted
            ? null
            : VoiceErrors.ClaimEnded();

    /// <summary>Accepted commitments that are published, or belong to a partnership of which the organization is a member.</summary>
    public static IQueryable<Commitment> SpokenOfBy(this IQueryable<Commitment> commitments, ITrackerDb db, OrganizationId organization)
    {
        var published = db.Partnerships.Where(p => p.IsPublished).Select(p => p.Id);
        var shared = db.Members.Where(m => m.OrganizationId == organization).Select(m => m.PartnershipId);
        return commitments.Where(c => c.WasAccepted && (published.Contains(c.PartnershipId) || shared.Contains(c.PartnershipId)));
    }

    /// <summary>The same rule as <see cref="WhyNotSpeak"/>.</summary>
    public static IQueryable<Commitment> WhereNotParty(this IQueryable<Commitment> commitments, OrganizationId organization) =>
        commitments.Where(c => c.OrganizationId != organization && c.Supporters.All(s => s.OrganizationId != organization));

    /// <summary>The same rule as <see cref="WhyNotSpeakOfClosing"/>.</summary>
    public static IQueryable<Commitment> WhereClosed(this IQueryable<Commitment> commitments) =>
        commitments.Where(c =>
            c.Status == CommitmentStatus.Completed
            || c.Status == CommitmentStatus.PartlyCompleted
            || c.Status == CommitmentStatus.NotCompleted
        );

    /// <summary>Outcomes of published dialogues that other organizations organize.</summary>
    public static IQueryable<Outcome> SpokenOfBy(this IQueryable<Outcome> outcomes, ITrackerDb db, OrganizationId organization)
    {
        var dialogues = db.Dialogues.Where(d => d.Status == DialogueStatus.Published && d.OrganizationId != organization).Select(d => d.Id);
        return outcomes.Where(o => dialogues.Contains(o.DialogueId));
    }

    /// <returns>What the claim belongs to, if the organization may speak of it.</returns>
    /// <exception cref="DomainException">
    /// There is no such claim, or its commitment or dialogue may not be seen (not found); the organization made it itself (forbidden); or
    /// it stands no more.
    /// </exception>
    public static Task<VoiceSubject> GetSpokenOfAsync(
        this ITrackerDb db,
        VoicePlace place,
        VoiceClaim claim,
        OrganizationId organization,
        CancellationToken ct
    ) =>
        place.CommitmentId is { } commitment
            ? db.GetCommitmentAsync(commitment, claim, organization, ct)
            : db.GetDialogueAsync(place.DialogueId, claim, organization, ct);

    private static async Task<VoiceSubject> GetCommitmentAsync(
        this ITrackerDb db,
        CommitmentId id,
        VoiceClaim claim,
        OrganizationId organization,
        CancellationToken ct
    )
    {
        var commitment = await db
            .Commitments.SpokenOfBy(db, organization)
            .AsNoTracking()
            .Include(c => c.Supporters)
            .GetAsync("commitment", c => c.Id == id, ct);
        WhyNotSpeak(organization, commitment.IsParty)?.Throw();
        switch (claim.Kind)
        {
            case VoiceClaimKind.ProgressReport:
                var report =
                    await db
                        .ProgressReports.Where(r => r.Id == new ProgressReportId(claim.Id) && r.CommitmentId == id)
                        .Select(r => new
                        {
                            r.Status,
                            r.OrganizationId,
                            r.AsOf,
                        })
                        .SingleOrDefaultAsync(ct)
                    ?? throw DomainException.NotFound("voiceClaim");
                WhyNotSpeakOfReport(organization, report.OrganizationId, report.Status)?.Throw();
                return VoiceSubject.Of(commitment, report.AsOf);
            case VoiceClaimKind.Closing when claim.Id == commitment.ClosingId:
                WhyNotSpeakOfClosing(commitment.Status)?.Throw();
                return VoiceSubject.Of(commitment, commitment.ClosedOn);
            case VoiceClaimKind.Closing:
                var isUndone = await db.WasClosingAsync(commitment, claim.Id, ct);
                throw isUndone ? VoiceErrors.ClaimEnded() : DomainException.NotFound("voiceClaim");
            default:
                throw DomainException.NotFound("voiceClaim");
        }
    }

    /// <summary>Whether a closing of this id was undone since. A later one than the first is known if people were asked about it.</summary>
    private static async Task<bool> WasClosingAsync(this ITrackerDb db, Commitment commitment, Guid closing, CancellationToken ct) =>
        closing == commitment.Id.Value
        || await db.VoiceInvitations.AnyAsync(i => i.CommitmentId == commitment.Id && i.ClaimId == closing, ct)
        || await db.Voices.AnyAsync(v => v.CommitmentId == commitment.Id && v.ClaimId == closing, ct);

    private static async Task<VoiceSubject> GetDialogueAsync(
        this ITrackerDb db,
        DialogueId? id,
        VoiceClaim claim,
        OrganizationId organization,
        CancellationToken ct
    )
    {
        var dialogue = await db
            .Dialogues.Where(d => d.Status == DialogueStatus.Published)
            .AsNoTracking()
            .GetAsync("dialogue", d => d.Id == id, ct);
        if (dialogue.OrganizationId == organization)
            throw AccessErrors.OwnCase();
        if (
            claim.Kind != VoiceClaimKind.Outcome
            || !await db.Outcomes.AnyAsync(o => o.Id == new OutcomeId(claim.Id) && o.DialogueId == dialogue.Id, ct)
        )
            throw DomainException.NotFound("voiceClaim");
        return VoiceSubject.Of(dialogue);
    }

    /// <summary>
    /// Whether an organization may name people: it is a community group, or takes part as one in the partnership of the claim.
    /// </summary>
    /// <param name="scope">The partnership, or a dialogue outside of partnerships.</param>
    public static async Task MustBeACommunityAsync(this ITrackerDb db, OrganizationId organization, Guid scope, CancellationToken ct)
    {
        if (
            !await db.Organizations.AnyAsync(o => o.Id == organization && o.IsCommunity, ct)
            && !await db.Members.AnyAsync(
                m => m.OrganizationId == organization && m.PartnershipId == new PartnershipId(scope) && m.Role == MemberRole.Community,
                ct
            )
        )
            throw VoiceErrors.NotCommunity();
    }
}
