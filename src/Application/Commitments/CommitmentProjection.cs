using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Reads the details of a commitment for all use cases that show one: the API, the pages, the mails and the report links.
/// </summary>
internal static class CommitmentProjection
{
    private const int MaxPeriods = 12;
    private const int MaxReplaced = 20;

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
                EndedOverdueOn = c.EndedOverdueOn,
                Supporters = c
                    .Supporters.OrderBy(s => s.Seq)
                    .Select(s => new SupporterDetails(
                        s.OrganizationId.Value,
                        db.Organizations.Where(x => x.Id == s.OrganizationId).Select(x => x.Name).First(),
                        s.Share
                    ))
                    .ToList(),
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
                ClosedOn = c.ClosedOn,
                ClosingNarrative = c.ClosingNarrative,
                ReturnReason = c.ReturnReason,
                Milestones = c
                    .Milestones.OrderBy(m => m.DueDate)
                    .ThenBy(m => m.Seq)
                    .Select(m => new MilestoneDetails
                    {
                        Id = m.Id.Value,
                        Title = m.Title,
                        DueDate = m.DueDate,
                        OriginalDueDate = m.OriginalDueDate,
                        TimesMoved = m.TimesMoved,
                        Weight = m.Weight,
                        DroppedOn = m.DroppedOn,
                        CompletedOn = m.CompletedOn,
                        OverdueAt = m.OverdueAt,
                    })
                    .ToList(),
                UpdatedAt = c.UpdatedAt,
                Version = c.Version,
            };
        var found = await rows.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw DomainException.NotFound("commitment");
        var codes = await CodesAsync(db, id, ct);
        return (
            found with
            {
                SdgTargets = [.. codes[true]],
                CountryCodes = [.. codes[false]],
                LastValue = await db.LastValueAsync(id, ct),
                ReportingPeriods = await PeriodsAsync(db, id, ct),
                Replaces = await ReplacedAsync(db, id, ct),
            }
        ).JudgedAt(now);
    }

    /// <returns>The codes of its SDG targets (true) and of the countries that it names (false), in their order.</returns>
    private static async Task<ILookup<bool, string>> CodesAsync(ITrackerDb db, CommitmentId id, CancellationToken ct)
    {
        var targets = db
            .CommitmentTargets.Where(t => t.CommitmentId == id)
            .Select(t => new
            {
                t.Seq,
                t.Code,
                IsTarget = true,
            });
        var countries = db
            .CommitmentCountries.Where(c => c.CommitmentId == id && c.IsStated)
            .Select(c => new
            {
                c.Seq,
                c.Code,
                IsTarget = false,
            });
        return (await targets.Concat(countries).OrderBy(code => code.Seq).ToListAsync(ct)).ToLookup(
            code => code.IsTarget,
            code => code.Code
        );
    }

    /// <summary>Whoever sees a commitment sees what it replaced, because both belong to one partnership and were accepted.</summary>
    private static async Task<IReadOnlyList<ReplacedCommitment>> ReplacedAsync(ITrackerDb db, CommitmentId id, CancellationToken ct) =>
        [
            .. (
                await db
                    .Commitments.Where(c => c.SuccessorId == id && c.WasAccepted)
                    .OrderBy(c => c.Seq)
                    .Take(MaxReplaced)
                    .Select(c => new
                    {
                        c.Id,
                        c.Title,
                        c.DueDate,
                        c.EndedOverdueOn,
                    })
                    .ToListAsync(ct)
            ).Select(c => new ReplacedCommitment(c.Id.Value, c.Title, CommitmentJudgement.DaysOverdueAtEnd(c.DueDate, c.EndedOverdueOn))),
        ];

    /// <summary>
    /// Runs as a separate query: inside the main query, the limit would make the database number the periods of all commitments first.
    /// </summary>
    private static Task<List<ReportingPeriodDetails>> PeriodsAsync(ITrackerDb db, CommitmentId id, CancellationToken ct) =>
        db
            .ReportingPeriods.Where(p => p.CommitmentId == id)
            .OrderByDescending(p => p.From)
            .Take(MaxPeriods)
            .Select(p => new ReportingPeriodDetails(p.From, p.To, p.DueOn, p.Status, p.ReportId == null ? null : p.ReportId.Value.Value))
            .ToListAsync(ct);
}
