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
/// <param name="TakenUp">Accepted ones that became a partnership, or of which a commitment was submitted.</param>
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
        IQueryable<Initiative> rows = pillar is null ? db.Initiatives : db.Initiatives.Where(i => i.Pillar == pillar);
        var answered = rows.GroupBy(i => i.IsByEarlyCareer)
            .Select(group => new Counted
            {
                IsEarlyCareer = group.Key,
                Proposed = group.Count(),
                AnsweredInTime = group.Count(i =>
                    (i.Status == InitiativeStatus.Accepted || i.Status == InitiativeStatus.Declined) && i.DecidedAt < i.DecisionDueAt
                ),
                AnsweredLate = group.Count(i =>
                    (i.Status == InitiativeStatus.Accepted || i.Status == InitiativeStatus.Declined) && i.DecidedAt >= i.DecisionDueAt
                ),
                Waiting = group.Count(i => i.Status == InitiativeStatus.Proposed),
                Overdue = group.Count(i => i.Status == InitiativeStatus.Proposed && i.DecisionDueAt <= now),
                Withdrawn = group.Count(i => i.Status == InitiativeStatus.Withdrawn),
                Accepted = group.Count(i => i.Status == InitiativeStatus.Accepted),
                Declined = group.Count(i => i.Status == InitiativeStatus.Declined),
                TakenUp = 0,
            });
        var takenUp = rows.WhereTakenUp(db)
            .GroupBy(i => i.IsByEarlyCareer)
            .Select(group => new Counted
            {
                IsEarlyCareer = group.Key,
                Proposed = 0,
                AnsweredInTime = 0,
                AnsweredLate = 0,
                Waiting = 0,
                Overdue = 0,
                Withdrawn = 0,
                Accepted = 0,
                Declined = 0,
                TakenUp = group.Count(),
            });

        // One statement for both, because a page of a pillar has few left.
        var counted = await answered.Concat(takenUp).ToListAsync(ct);
        return new SoundingBoard(pillar, SumOf(counted), SumOf(counted.Where(group => group.IsEarlyCareer)));
    }

    private static SoundingBoardFigures SumOf(IEnumerable<Counted> counted) =>
        counted.Aggregate(SoundingBoardFigures.None, (sum, group) => sum + group.Figures);

    private sealed record Counted
    {
        public bool IsEarlyCareer { get; init; }

        public int Proposed { get; init; }

        public int AnsweredInTime { get; init; }

        public int AnsweredLate { get; init; }

        public int Waiting { get; init; }

        public int Overdue { get; init; }

        public int Withdrawn { get; init; }

        public int Accepted { get; init; }

        public int Declined { get; init; }

        public int TakenUp { get; init; }

        public SoundingBoardFigures Figures =>
            new(Proposed, AnsweredInTime, AnsweredLate, Waiting, Overdue, Withdrawn, Accepted, Declined, TakenUp);
    }
}
