using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Which claims an organization may speak about.</summary>
internal static class VoiceClaims
{
    /// <summary>Accepted commitments that are published, or belong to a partnership of which the organization is a member.</summary>
    public static IQueryable<Commitment> SpokenOfBy(this IQueryable<Commitment> commitments, ITrackerDb db, OrganizationId organization)
    {
        var published = db.Partnerships.Where(p => p.IsPublished).Select(p => p.Id);
        var shared = db.Members.Where(m => m.OrganizationId == organization).Select(m => m.PartnershipId);
        return commitments.Where(c => c.WasAccepted && (published.Contains(c.PartnershipId) || shared.Contains(c.PartnershipId)));
    }

    /// <summary>The same rule as <see cref="MustBeAClaimAsync"/>.</summary>
    public static IQueryable<Commitment> WhereNotParty(this IQueryable<Commitment> commitments, OrganizationId organization) =>
        commitments.Where(c => c.OrganizationId != organization && c.Supporters.All(s => s.OrganizationId != organization));

    public static IQueryable<Commitment> WhereClosed(this IQueryable<Commitment> commitments) =>
        commitments.Where(c =>
            c.Status == CommitmentStatus.Completed
            || c.Status == CommitmentStatus.PartlyCompleted
            || c.Status == CommitmentStatus.NotCompleted
        );

    /// <summary>The commitment of a claim on which an organization may speak.</summary>
    /// <exception cref="DomainException">It may not be seen (not found), or is the organization's own (forbidden).</exception>
    public static async Task<Commitment> GetSpokenOfAsync(
        this ITrackerDb db,
        CommitmentId id,
        OrganizationId organization,
        CancellationToken ct
    )
    {
        var commitment = await db
            .Commitments.SpokenOfBy(db, organization)
            .Include(c => c.Supporters)
            .GetAsync("commitment", c => c.Id == id, ct);
        if (commitment.IsParty(organization))
            throw AccessErrors.OwnCase();
        return commitment;
    }

    /// <exception cref="DomainException">There is no such claim, it stands no more, or the organization made it itself.</exception>
    public static async Task MustBeAClaimAsync(
        this ITrackerDb db,
        Commitment commitment,
        VoiceClaim claim,
        OrganizationId organization,
        CancellationToken ct
    )
    {
        if (claim.Kind == VoiceClaimKind.ProgressReport)
        {
            var report =
                await db
                    .ProgressReports.Where(r => r.Id == new ProgressReportId(claim.Id) && r.CommitmentId == commitment.Id)
                    .Select(r => new { r.Status, r.OrganizationId })
                    .SingleOrDefaultAsync(ct)
                ?? throw DomainException.NotFound("voiceClaim");
            if (report.OrganizationId == organization)
                throw AccessErrors.OwnCase();
            if (report.Status == ProgressReportStatus.Returned)
                throw VoiceErrors.ClaimEnded();
            return;
        }

        // Outcomes of dialogues cannot be spoken of yet.
        if (claim.Kind != VoiceClaimKind.Closing || claim.Id != commitment.Id.Value)
            throw DomainException.NotFound("voiceClaim");
        if (commitment.Status is not (CommitmentStatus.Completed or CommitmentStatus.PartlyCompleted or CommitmentStatus.NotCompleted))
            throw VoiceErrors.ClaimEnded();
    }

    /// <summary>Whether an organization may name people in a partnership: it is a community group, or takes part as one.</summary>
    public static async Task MustBeACommunityAsync(
        this ITrackerDb db,
        OrganizationId organization,
        PartnershipId partnership,
        CancellationToken ct
    )
    {
        if (
            !await db.Organizations.AnyAsync(o => o.Id == organization && o.IsCommunity, ct)
            && !await db.Members.AnyAsync(
                m => m.OrganizationId == organization && m.PartnershipId == partnership && m.Role == MemberRole.Community,
                ct
            )
        )
            throw VoiceErrors.NotCommunity();
    }
}
