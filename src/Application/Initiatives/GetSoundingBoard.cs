using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>How the board answers what members propose, in figures. They name nobody, so that all readers get the same ones.</summary>
/// <param name="Pillar">Only initiatives under this pillar, by its code.</param>
[Needs(Right.Read)]
public sealed record GetSoundingBoard(string? Pillar = null) : IRequest<SoundingBoard>;

/// <param name="Pillar">The pillar that was asked for; null for all.</param>
/// <param name="All">Of all members.</param>
/// <param name="EarlyCareer">Those of them that members at the beginning of their career proposed.</param>
public sealed record SoundingBoard(string? Pillar, SoundingBoardFigures All, SoundingBoardFigures EarlyCareer);

/// <summary>
/// Counts of initiatives. Each was answered in time, answered late, withdrawn, or waits; each answered one was accepted or declined.
/// </summary>
/// <param name="Proposed">All of them.</param>
/// <param name="AnsweredInTime">The board answered by the date.</param>
/// <param name="AnsweredLate">The board answered after the date.</param>
/// <param name="Waiting">The board has not answered yet.</param>
/// <param name="Overdue">Those that wait although the date has passed.</param>
/// <param name="Withdrawn">The proposer took it back before an answer.</param>
/// <param name="TakenUp">Accepted ones that became a partnership or a commitment.</param>
public sealed record SoundingBoardFigures(
    int Proposed,
    int AnsweredInTime,
    int AnsweredLate,
    int Waiting,
    int Overdue,
    int Withdrawn,
    int Accepted,
    int Declined,
    int TakenUp
)
{
    public static readonly SoundingBoardFigures None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static SoundingBoardFigures operator +(SoundingBoardFigures a, SoundingBoardFigures b) =>
        new(
            a.Proposed + b.Proposed,
            a.AnsweredInTime + b.AnsweredInTime,
            a.AnsweredLate + b.AnsweredLate,
            a.Waiting + b.Waiting,
            a.Overdue + b.Overdue,
            a.Withdrawn + b.Withdrawn,
            a.Accepted + b.Accepted,
            a.Declined + b.Declined,
            a.TakenUp + b.TakenUp
        );
}

internal sealed class GetSoundingBoardValidator : AbstractValidator<GetSoundingBoard>
{
    public GetSoundingBoardValidator() => RuleFor(q => q.Pillar).OptionalLine(Limits.VocabularyCode);
}

internal sealed class GetSoundingBoardHandler(ITrackerDb db, TimeProvider time) : IRequestHandler<GetSoundingBoard, SoundingBoard>
{
    public async Task<SoundingBoard> Handle(GetSoundingBoard query, CancellationToken ct)
    {
        var (now, pillar) = (time.GetUtcNow(), Blank.ToNull(query.Pillar));
        var rows = pillar is null ? db.Initiatives : db.Initiatives.Where(i => i.Pillar == pillar);
        var counted = await rows.GroupBy(i => i.IsByEarlyCareer)
            .Select(group => new
            {
                IsEarlyCareer = group.Key,
                Figures = new SoundingBoardFigures(
                    group.Count(),
                    group.Count(i =>
                        (i.Status == InitiativeStatus.Accepted || i.Status == InitiativeStatus.Declined) && i.DecidedAt < i.DecisionDueAt
                    ),
                    group.Count(i =>
                        (i.Status == InitiativeStatus.Accepted || i.Status == InitiativeStatus.Declined) && i.DecidedAt >= i.DecisionDueAt
                    ),
                    group.Count(i => i.Status == InitiativeStatus.Proposed),
                    group.Count(i => i.Status == InitiativeStatus.Proposed && i.DecisionDueAt <= now),
                    group.Count(i => i.Status == InitiativeStatus.Withdrawn),
                    group.Count(i => i.Status == InitiativeStatus.Accepted),
                    group.Count(i => i.Status == InitiativeStatus.Declined),
                    group.Count(i => i.TakenUpAt != null)
                ),
            })
            .ToListAsync(ct);
        return new SoundingBoard(
            pillar,
            counted.Aggregate(SoundingBoardFigures.None, (sum, group) => sum + group.Figures),
            counted.Find(group => group.IsEarlyCareer)?.Figures ?? SoundingBoardFigures.None
        );
    }
}
