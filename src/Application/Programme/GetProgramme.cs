using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

[Needs(Right.Read)]
public sealed record GetProgramme : IRequest<ProgrammeOverview>;

internal sealed class GetProgrammeHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary, TimeProvider time)
    : IRequestHandler<GetProgramme, ProgrammeOverview>
{
    public async Task<ProgrammeOverview> Handle(GetProgramme query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var commitments = db.Commitments.VisibleTo(db, user).AsNoTracking();
        var pillars =
            from c in commitments
            where c.Pillar != null
            group c by c.Pillar into pillar
            select new Counted
            {
                IsTheme = false,
                Code = pillar.Key!,
                Committed = pillar.Count(c => c.WasAccepted),
                Completed = pillar.Count(c => c.Status == CommitmentStatus.Completed),
                Overdue = pillar.Count(c => c.OverdueAt <= now),
            };
        var themes =
            from theme in db.CommitmentThemes
            join c in commitments on theme.CommitmentId equals c.Id
            group c by theme.Code into code
            select new Counted
            {
                IsTheme = true,
                Code = code.Key,
                Committed = code.Count(c => c.WasAccepted),
                Completed = code.Count(c => c.Status == CommitmentStatus.Completed),
                Overdue = code.Count(c => c.OverdueAt <= now),
            };
        var counted = await pillars.Concat(themes).ToListAsync(ct);
        return new ProgrammeOverview(Of(VocabularyKind.Pillar), Of(VocabularyKind.Theme));

        IReadOnlyList<TermFigures> Of(VocabularyKind kind)
        {
            var found = counted.Where(c => c.IsTheme == (kind == VocabularyKind.Theme)).ToDictionary(c => c.Code);
            return
            [
                .. vocabulary
                    .All(kind)
                    .Select(term => (Term: term, Counts: found.GetValueOrDefault(term.Code) ?? new Counted { Code = term.Code }))
                    .Where(t => !t.Term.IsRetired || t.Counts.Committed > 0)
                    .Select(t => new TermFigures(
                        t.Term.Code,
                        t.Term.Name,
                        t.Term.Description,
                        t.Term.IsRetired,
                        t.Counts.Committed,
                        t.Counts.Completed,
                        t.Counts.Overdue
                    )),
            ];
        }
    }

    private sealed record Counted
    {
        public bool IsTheme { get; init; }

        public required string Code { get; init; }

        public int Committed { get; init; }

        public int Completed { get; init; }

        public int Overdue { get; init; }
    }
}
