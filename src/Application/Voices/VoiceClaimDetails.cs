using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>A claim as it is shown to who speaks of it: this, and nothing more of its commitment or dialogue.</summary>
public sealed record VoiceClaimDetails
{
    public VoiceClaimKind Kind { get; init; }

    /// <summary>Of the progress report, the closing or the outcome.</summary>
    public Guid Id { get; init; }

    /// <summary>Null for an outcome.</summary>
    public Guid? CommitmentId { get; init; }

    public string? CommitmentTitle { get; init; }

    /// <summary>Only of an outcome: its dialogue.</summary>
    public Guid? DialogueId { get; init; }

    public string? DialogueTitle { get; init; }

    /// <summary>The title of the commitment or of the dialogue.</summary>
    [JsonIgnore]
    public string SubjectTitle => CommitmentTitle ?? DialogueTitle ?? "";

    /// <summary>The organization that makes the claim; of an outcome the one that organizes the dialogue.</summary>
    public string OrganizationName { get; init; } = "";

    /// <summary>The day that is reported on, or of the closing.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only of an outcome: its title.</summary>
    public string? Title { get; init; }

    /// <summary>The words of the claim.</summary>
    public string Narrative { get; init; } = "";

    /// <summary>Only of an outcome that is a pathway: its steps.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    public decimal? Value { get; init; }

    public string? Unit { get; init; }

    /// <summary>Only of a progress report: whether it says that the commitment is complete.</summary>
    public bool ReportsCompletion { get; init; }

    /// <summary>Only of a closing: completed, partly completed or not completed; null once it was undone.</summary>
    public CommitmentStatus? ClosedAs { get; init; }

    /// <summary>A closing that was undone, or that another one followed, says nothing any more but that it was.</summary>
    internal VoiceClaimDetails AsClosing(Guid id) =>
        Id == id && ClosedAs is { } status && VoiceClaims.WhyNotSpeakOfClosing(status) is null
            ? this
            : this with
            {
                Id = id,
                AsOf = null,
                Narrative = "",
                ClosedAs = null,
            };
}

internal static class VoiceClaimRows
{
    public static Expression<Func<ProgressReport, VoiceClaimDetails>> OfReport(ITrackerDb db) =>
        r => new VoiceClaimDetails
        {
            Kind = VoiceClaimKind.ProgressReport,
            Id = r.Id.Value,
            CommitmentId = r.CommitmentId.Value,
            CommitmentTitle = db.Commitments.Where(c => c.Id == r.CommitmentId).Select(c => c.Title).First(),
            OrganizationName = db.Organizations.Where(o => o.Id == r.OrganizationId).Select(o => o.Name).First(),
            AsOf = r.AsOf,
            Narrative = r.Narrative,
            Value = r.Value,
            Unit = db.Commitments.Where(c => c.Id == r.CommitmentId).Select(c => c.Measure!.Unit).FirstOrDefault(),
            ReportsCompletion = r.ReportsCompletion,
        };

    public static Expression<Func<Commitment, VoiceClaimDetails>> OfClosing(ITrackerDb db) =>
        c => new VoiceClaimDetails
        {
            Kind = VoiceClaimKind.Closing,
            Id = c.ReopeningId ?? c.Id.Value,
            CommitmentId = c.Id.Value,
            CommitmentTitle = c.Title,
            OrganizationName = db.Organizations.Where(o => o.Id == c.OrganizationId).Select(o => o.Name).First(),
            AsOf = c.ClosedOn,
            Narrative = c.ClosingNarrative ?? "",
            ClosedAs = c.Status,
        };

    public static Expression<Func<Outcome, VoiceClaimDetails>> OfOutcome(ITrackerDb db) =>
        o => new VoiceClaimDetails
        {
            Kind = VoiceClaimKind.Outcome,
            Id = o.Id.Value,
            DialogueId = o.DialogueId.Value,
            DialogueTitle = db.Dialogues.Where(d => d.Id == o.DialogueId).Select(d => d.Title).First(),
            OrganizationName = db
                .Dialogues.Where(d => d.Id == o.DialogueId)
                .Join(db.Organizations, d => d.OrganizationId, organization => organization.Id, (_, organization) => organization.Name)
                .First(),
            Title = o.Title,
            Narrative = o.Text ?? "",
            Steps = db.OutcomeSteps.Where(s => s.OutcomeId == o.Id).OrderBy(s => s.Position).Select(s => s.Title).ToList(),
        };

    /// <param name="place">Where the claim is made.</param>
    /// <returns>Null if the claim does not exist any more.</returns>
    public static async Task<VoiceClaimDetails?> FindClaimAsync(
        this ITrackerDb db,
        VoicePlace place,
        VoiceClaim claim,
        CancellationToken ct
    ) =>
        claim.Kind switch
        {
            VoiceClaimKind.ProgressReport => await db
                .ProgressReports.Where(r => r.Id == new ProgressReportId(claim.Id))
                .Select(OfReport(db))
                .SingleOrDefaultAsync(ct),
            VoiceClaimKind.Closing => (
                await db.Commitments.Where(c => c.Id == place.CommitmentId).Select(OfClosing(db)).SingleOrDefaultAsync(ct)
            )?.AsClosing(claim.Id),
            VoiceClaimKind.Outcome => await db
                .Outcomes.Where(o => o.Id == new OutcomeId(claim.Id))
                .Select(OfOutcome(db))
                .SingleOrDefaultAsync(ct),
            _ => throw new ArgumentOutOfRangeException(nameof(claim)),
        };
}
