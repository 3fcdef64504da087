using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>The outcomes that nobody took up by the day that the organizers of their dialogue set: those with an open flag.</summary>
/// <param name="PartnershipId">Only those of dialogues of this partnership.</param>
/// <param name="OrganizationId">Only those of dialogues that this organization organizes.</param>
[Needs(Right.Read)]
public sealed record GetOutcomesNotTakenUp(Guid? PartnershipId = null, Guid? OrganizationId = null) : IRequest<OutcomesNotTakenUp>;

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

internal sealed class GetOutcomesNotTakenUpHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<GetOutcomesNotTakenUp, OutcomesNotTakenUp>
{
    private const int Shown = 10;

    public async Task<OutcomesNotTakenUp> Handle(GetOutcomesNotTakenUp query, CancellationToken ct)
    {
        var flags = db
            .Flags.VisibleTo(db, user)
            .Matching(
                new FlagFilter(
                    FlagKind.OutcomeNotTakenUp,
                    Open: true,
                    OrganizationId: query.OrganizationId,
                    PartnershipId: query.PartnershipId
                )
            );
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
}
