using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;
using PartnershipTracker.Domain.Reports;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The outcomes that nobody took up by the day that the organizers of their dialogue set: those with an open flag.</summary>
/// <param name="Filter">
/// Only those of dialogues of this partnership, or that this organization organizes. A dialogue has the pillars that its partnership names,
/// and the goals, countries and sectors of the commitments of its partnership.
/// </param>
[Needs(Right.Read)]
public sealed record GetOutcomesNotTakenUp(ReportFilter? Filter = null) : IRequest<OutcomesNotTakenUp>;

/// <param name="Outcomes">How many outcomes have an open flag; a pathway counts once, however many of its steps have one.</param>
/// <param name="Total">How many outcomes and steps have one.</param>
/// <param name="Longest">A few of these outcomes and steps, those that wait longest first.</param>
public sealed record OutcomesNotTakenUp(int Outcomes, int Total, IReadOnlyList<OutcomeNotTakenUp> Longest);

/// <summary>An outcome, or one step of a pathway, that nobody took up.</summary>
/// <param name="Title">Of the outcome.</param>
/// <param name="Step">The title of the step; null for an outcome without steps.</param>
/// <param name="Dialogue">The title of the dialogue.</param>
/// <param name="DueDate">The day by which it should have been taken up, in the time zone of the dialogue.</param>
public sealed record OutcomeNotTakenUp(Guid DialogueId, string Dialogue, Guid OutcomeId, string Title, string? Step, DateOnly DueDate);

internal sealed class GetOutcomesNotTakenUpHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetOutcomesNotTakenUp, OutcomesNotTakenUp>
{
    private const int Shown = 10;

    public async Task<OutcomesNotTakenUp> Handle(GetOutcomesNotTakenUp query, CancellationToken ct)
    {
        var flags = Flags(query.Filter ?? new ReportFilter());
        var longest = await (
            from f in flags.OrderBy(f => f.OverdueAt).ThenBy(f => f.Seq).Take(Shown)
            join o in db.Outcomes on f.OutcomeId equals (OutcomeId?)o.Id
            join d in db.Dialogues on o.DialogueId equals d.Id
            join s in db.OutcomeSteps on f.OutcomeStepId equals (OutcomeStepId?)s.Id into steps
            from s in steps.DefaultIfEmpty()
            orderby f.OverdueAt, f.Seq
            select new OutcomeNotTakenUp(d.Id.Value, d.Title, o.Id.Value, o.Title, s == null ? null : s.Title, f.DueDate)
        ).ToListAsync(ct);
        if (longest.Count == 0)
            return new OutcomesNotTakenUp(0, 0, []);
        return new OutcomesNotTakenUp(
            await flags.Select(f => f.OutcomeId).Distinct().CountAsync(ct),
            longest.Count < Shown ? longest.Count : await flags.CountAsync(ct),
            longest
        );
    }

    private IQueryable<Flag> Flags(ReportFilter filter)
    {
        var flags = db
            .Flags.VisibleTo(db, user)
            .Matching(
                new FlagFilter(
                    FlagKind.OutcomeNotTakenUp,
                    Open: true,
                    OrganizationId: filter.OrganizationId,
                    PartnershipId: filter.PartnershipId
                )
            );
        if (Blank.ToNull(filter.Pillar) is { } pillar)
        {
            var partnerships = db.Partnerships.WithTopic(db, VocabularyKind.Pillar, pillar);
            flags = flags.Where(f => partnerships.Any(p => p.Id == f.PartnershipId));
        }

        if (filter.SdgGoal is not null || Blank.ToNull(filter.CountryCode) is not null || filter.Sector is not null)
        {
            var covered = db
                .Commitments.VisibleTo(db, user)
                .Matching(
                    new CommitmentFilter
                    {
                        SdgGoal = filter.SdgGoal,
                        CountryCode = filter.CountryCode,
                        Sector = filter.Sector,
                    },
                    db,
                    time.GetUtcNow()
                );
            flags = flags.Where(f => covered.Any(c => c.PartnershipId == f.PartnershipId));
        }

        return flags;
    }
}
