using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Exports;

/// <summary>A pillar or theme with the numbers of its commitments.</summary>
/// <inheritdoc cref="TermFigures"/>
public sealed record ProgrammeRow(
    VocabularyKind Kind,
    string Code,
    string Name,
    string? Description,
    bool IsRetired,
    int Committed,
    int Completed,
    int Overdue
)
{
    public static IEnumerable<ProgrammeRow> Of(ProgrammeOverview programme) =>
        RowsOf(VocabularyKind.Pillar, programme.Pillars).Concat(RowsOf(VocabularyKind.Theme, programme.Themes));

    private static IEnumerable<ProgrammeRow> RowsOf(VocabularyKind kind, IEnumerable<TermFigures> terms) =>
        terms.Select(t => new ProgrammeRow(kind, t.Code, t.Name, t.Description, t.IsRetired, t.Committed, t.Completed, t.Overdue));
}
