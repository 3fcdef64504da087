using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Imports;

/// <summary>
/// An error in an import profile, as a sentence for its author. It is a <see cref="JsonException"/> because converters throw it while JSON
/// is read.
/// </summary>
/// <param name="code">The resource key of the sentence.</param>
public sealed partial class ImportProfileException(string code, params IEnumerable<object?> args) : JsonException(Texts.Error(code, args))
{
    private const int MaxPathLength = 200;

    /// <summary>The messages of the framework are in English and name internal types, so each kind of error has its own sentence.</summary>
    internal static ImportProfileException Of(JsonException e)
    {
        if (Missing().Match(e.Message) is { Success: true } missing) return new("import.profileMissing", missing.Groups["names"].Value);
        if (Unknown().Match(e.Message) is { Success: true } unknown) return new("import.profileUnknown", TextRules.Shown(unknown.Groups["name"].Value, MaxPathLength));
        return e.Message.Contains("could not be converted", StringComparison.Ordinal) || e.Message.Contains("null values", StringComparison.Ordinal)
            ? new("import.profileType", TextRules.Shown(e.Path ?? "$", MaxPathLength))
            : new("import.profileJson", e.LineNumber + 1);
    }

    [GeneratedRegex("missing required properties including: (?<names>.*?)\\.(?: |$)")]
    private static partial Regex Missing();

    [GeneratedRegex("The JSON property '(?<name>.*)' could not be mapped")]
    private static partial Regex Unknown();
}
