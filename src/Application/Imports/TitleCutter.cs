using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Cuts titles that are too long at a word, with a warning, and keeps them whole in the description. Where the description would become too
/// long, the title stays as it is, and the row is refused for its length.
/// </summary>
internal static class TitleCutter
{
    public static (CommitmentDraft Draft, List<RowMilestone> Milestones) Cut(
        Cells row,
        CommitmentDraft draft,
        List<RowMilestone> milestones
    )
    {
        if (IsTooLong(draft.Title) && With(draft.Title, draft.Description) is { } description)
        {
            row.WarnAt("title", "import.titleCut", Limits.Title);
            draft = draft with { Title = Shortened(draft.Title), Description = description };
        }

        var cut = new List<RowMilestone>();
        foreach (var milestone in milestones)
        {
            var title = milestone.Draft.Title;
            if (!IsTooLong(title) || With(draft.Description, title) is not { } longer)
            {
                cut.Add(milestone);
                continue;
            }

            row.Warn(milestone.Field, "import.titleCut", Limits.Title);
            draft = draft with { Description = longer };
            cut.Add(milestone with { Draft = milestone.Draft with { Title = Shortened(title) } });
        }

        return (draft, cut);
    }

    private static bool IsTooLong(string title) => title.Length > Limits.Title && TextRules.IsLine(title);

    private static string? With(string? before, string? after) =>
        string.Join("\n\n", new[] { before, after }.Where(text => text is not null)) is { Length: <= Limits.Narrative } both ? both : null;

    private static string Shortened(string title)
    {
        var start = TextRules.Shown(title, Limits.Title);
        var word = start.LastIndexOf(' ');
        return word > Limits.Title / 2 ? start[..word].TrimEnd(' ', ',', ';', '.') + "…" : start;
    }
}
