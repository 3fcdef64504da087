using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Dialogues;

internal static class DialogueScope
{
    /// <summary>
    /// The dialogues that a report of this scope covers, by the same rule as <see cref="GetOutcomesNotTakenUp"/>: a dialogue has the
    /// pillars that its partnership names, and the goals, countries and sectors of the commitments of its partnership.
    /// </summary>
    public static IQueryable<Dialogue> CoveredBy(
        this IQueryable<Dialogue> dialogues,
        ReportFilter scope,
        ITrackerDb db,
        ICurrentUser user,
        DateTimeOffset now
    )
    {
        if (scope.PartnershipId is { } partnership)
        {
            var id = (PartnershipId?)new PartnershipId(partnership);
            dialogues = dialogues.Where(d => d.PartnershipId == id);
        }

        if (scope.OrganizationId is { } organization)
            dialogues = dialogues.Where(d => d.OrganizationId == new OrganizationId(organization));
        if (Blank.ToNull(scope.Pillar) is { } pillar)
            dialogues = dialogues.WithTopic(db, VocabularyKind.Pillar, pillar);
        if (scope.SdgGoal is null && Blank.ToNull(scope.CountryCode) is null && scope.Sector is null)
            return dialogues;
        var commitments = db
            .Commitments.VisibleTo(db, user)
            .Matching(
                new CommitmentFilter
                {
                    SdgGoal = scope.SdgGoal,
                    CountryCode = scope.CountryCode,
                    Sector = scope.Sector,
                },
                db,
                now
            );
        return dialogues.Where(d => commitments.Any(c => c.PartnershipId == d.PartnershipId));
    }
}
