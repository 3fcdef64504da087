using System.Globalization;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Imports.Mapping;

/// <summary>The names of fields that people read.</summary>
public static partial class ImportFieldNames
{
    /// <param name="path">The path of an <see cref="ImportField"/>.</param>
    /// <returns>"organization.name" → "name of the organization"; the path itself if there is no such field.</returns>
    public static string Of(string? path)
    {
        if (ImportField.Find(path) is null)
            return path ?? "";
        var milestone = Milestone().Match(path!);
        if (!milestone.Success)
            return Texts.Page($"imports.field.{path}");
        var part = milestone.Groups["part"].Value;
        return Texts.Page($"imports.field.milestones.{part}", Number(milestone.Groups["at"].Value));
    }

    /// <returns>The same with a capital letter, for a label.</returns>
    public static string Label(string? path) =>
        Of(path) is { Length: > 0 } name ? char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..] : "";

    private static int Number(string index) => int.Parse(index, CultureInfo.InvariantCulture) + 1;

    [GeneratedRegex(@"^milestones\[(?<at>\d+)\]\.(?<part>\w+)$")]
    private static partial Regex Milestone();
}
