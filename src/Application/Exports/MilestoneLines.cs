using System.Globalization;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Exports;

/// <summary>
/// Milestones in one cell, one on each line: <c>due date | title | weight | completed on | original due date | times moved | removed
/// on</c>. Empty fields at the end may be left out. In a title, <c>\|</c> is a bar and <c>\\</c> a backslash.
/// </summary>
internal static class MilestoneLines
{
    public static string? Write(IEnumerable<Milestone> milestones) => Blank.ToNull(string.Join('\n', milestones.Select(Line)));

    /// <returns>The fields of a line.</returns>
    public static List<string> Parts(string line)
    {
        var (parts, part) = (new List<string>(), new System.Text.StringBuilder());
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
                part.Append(line[++i] == 'n' ? '\n' : line[i]);
            else if (line[i] != '|')
                part.Append(line[i]);
            else
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
        }

        parts.Add(part.ToString().Trim());
        return parts;
    }

    public static string Escaped(string text) =>
        text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Line(Milestone m)
    {
        var moved = m.TimesMoved > 0;
        string[] parts =
        [
            Day(m.DueDate),
            Escaped(m.Title),
            m.Weight.ToString("0.######", CultureInfo.InvariantCulture),
            Day(m.CompletedOn),
            moved ? Day(m.OriginalDueDate) : "",
            moved ? m.TimesMoved.ToString(CultureInfo.InvariantCulture) : "",
            Day(m.DroppedOn),
        ];
        var given = Array.FindLastIndex(parts, part => part.Length > 0) + 1;
        return string.Join(" | ", parts.Take(given));
    }

    private static string Day(DateOnly? day) => day is { } given ? DateRules.Iso(given) : "";
}
