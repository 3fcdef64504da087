using System.Text;
using System.Text.RegularExpressions;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// Finds the parts of an item of a list by a template such as <c>{dueDate}: {title}</c>; white space between them is free.
/// </summary>
internal sealed class ItemPattern
{
    private static readonly string[] Known = ["dueDate", "title", "weight", "completedOn"];

    private readonly Regex _pattern;

    /// <exception cref="ImportProfileException">
    /// A brace is not closed, a part is unknown or named twice, or title or due date is missing.
    /// </exception>
    public ItemPattern(string template)
    {
        var pattern = new StringBuilder("^");
        var found = new HashSet<string>();
        foreach (var (text, isPart) in new Template(template).Parts)
        {
            if (isPart && (!Known.Contains(text) || !found.Add(text)))
                throw Unknown(template);
            pattern.Append(@"\s*").Append(isPart ? $"(?<{text}>.+?)" : Regex.Escape(text.Trim()));
        }

        if (!found.IsSupersetOf(["title", "dueDate"]))
            throw Unknown(template);

        // A profile and a file are input of strangers; this engine takes linear time whatever they are.
        _pattern = new Regex(pattern.Append(@"\s*$").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline);
        Parts = found;
    }

    public IReadOnlySet<string> Parts { get; }

    private static ImportProfileException Unknown(string template) =>
        new("import.profileEach", TextRules.Shown(template, ColumnNames.MaxShownLength), string.Join(", ", Known));

    /// <returns>The parts by name; null if the item has another form.</returns>
    public Func<string, string>? Read(string item) =>
        _pattern.Match(item) is { Success: true } match ? part => match.Groups[part].Value.Trim() : null;
}
