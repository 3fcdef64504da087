using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Reads the details of a commitment for all use cases that show one: the API, the pages, the mails and the report links.
/// </summary>
internal static class CommitmentProjection
{
    /// <returns>The commitment with all computed values for the given time.</returns>
    /// <exception cref="DomainException">The commitment does not exist, or the caller may not see it (404).</exception>
    public static async Task<CommitmentDetails> GetDetailsAsync(
        this ITrackerDb db,
        CommitmentId id,
        ICurrentUser user,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var dialogues = db.Dialogues.VisibleTo(db, user);
        var rows =
            from c in db.Commitments.VisibleTo(db, user)
            where c.Id == id
            join o in db.Organizations on c.OrganizationId equals o.Id
            join p in db.Partnerships on c.PartnershipId equals p.Id
            select new CommitmentDetails
            {
                Id = c.Id.Value,
                PartnershipId = p.Id.Value,
                PartnershipName = p.Name,
                OrganizationId = o.Id.Value,
                OrganizationName = o.Name,
                OrganizationCountryCode = o.CountryCode,
                Sector = o.Sector,
                TimeZone = o.TimeZone,
                Status = c.Status,
                Title = c.Title,
                Description = c.Description,
                Pillar = c.Pillar,
                Themes = c.Themes,
                StartDate = c.StartDate,
                DueDate = c.DueDate,
                OriginalDueDate = c.OriginalDueDate,
                TimesMoved = c.TimesMoved,
                DaysSlipped = c.DaysSlipped,
                OverdueAt = c.OverdueAt,
                AssessedLevel = c.AssessedLevel,
                AssessedOn = c.AssessedOn,
                ReportDueOn = c.ReportDueOn,
                ReviewDueOn = c.ReviewDueOn,
                SuccessorId = c.SuccessorId == null ? null : c.SuccessorId.Value.Value,
                SuccessorTitle = db.Commitments.Where(s => s.Id == c.SuccessorId && s.WasAccepted).Select(s => s.Title).FirstOrDefault(),
                InitiativeId = c.InitiativeId == null ? null : c.InitiativeId.Value.Value,
                EndedOverdueOn = c.EndedOverdueOn,
                Facts = new CommitmentFacts(
                    c.ReportDueAt,
                    c.ReviewDueAt,
                    c.OffTrackAt,
                    c.LastAcceptedValue,
                    db.Contacts.Any(x => x.OrganizationId == o.Id)
                ),
                ReportedCompleteOn = c.ReportedCompleteOn,
                Measure = c.Measure,
                ReportingFrequency = c.ReportingFrequency,
                Funding = c.Funding,
                TargetGroup = c.Context.TargetGroup,
                Place = c.Context.Place,
                Resources = c.Context.Resources,
                FundingStatus = c.Context.FundingStatus,
                Risks = c.Context.Risks,
                StatedNeed = c.Context.StatedNeed,
                SourceId = c.SourceId,
                Provenance =
                    c.OutcomeId == null
                        ? null
                        : new CommitmentProvenance(
                            c.DialogueId!.Value.Value,
                            dialogues.Where(d => d.Id == c.DialogueId).Select(d => d.Title).FirstOrDefault(),
                            c.OutcomeId!.Value.Value,
                            db.Outcomes.Where(x => x.Id == c.OutcomeId && dialogues.Any(d => d.Id == x.DialogueId))
                                .Select(x => x.Title)
                                .FirstOrDefault(),
                            c.OutcomeStepId == null ? null : c.OutcomeStepId!.Value.Value,
                            db.OutcomeSteps.Where(s => s.Id == c.OutcomeStepId && dialogues.Any(d => d.Id == c.DialogueId))
                                .Select(s => s.Title)
                                .FirstOrDefault()
                        ),
                ClosedOn = c.ClosedOn,
                ClosingId =
                    c.Status == CommitmentStatus.Completed
                    || c.Status == CommitmentStatus.PartlyCompleted
                    || c.Status == CommitmentStatus.NotCompleted
                        ? c.ReopeningId ?? c.Id.Value
                        : null,
                ClosingNarrative = c.ClosingNarrative,
                ReturnReason = c.ReturnReason,
                UpdatedAt = c.UpdatedAt,
                Version = c.Version,
            };
        var found = await rows.AsNoTracking().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("commitment");
        var parts = await CommitmentParts.ReadAsync(db, id, ct);
        return (
            found with
            {
                Milestones = parts.Milestones,
                Supporters = parts.Supporters,
                SdgTargets = parts.SdgTargets,
                CountryCodes = parts.CountryCodes,
                LastValue = parts.LastValue,
                ReportingPeriods = parts.ReportingPeriods,
                Replaces = parts.Replaces,
            }
        ).JudgedAt(now);
    }
}
