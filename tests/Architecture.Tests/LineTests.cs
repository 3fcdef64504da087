namespace PartnershipTracker.Architecture.Tests;

/// <summary>Lines are short enough to read two files side by side. The formatter breaks no comments, no strings and no markup.</summary>
public sealed class LineTests
{
    private const int MaxLength = 140;

    /// <summary>Markup holds attributes with expressions, which cannot be broken everywhere.</summary>
    private const int MaxLengthOfMarkup = 200;

    private static readonly string[] Folders = ["src", "tests", "bench"];

    [Theory]
    [InlineData("*.cs", MaxLength)]
    [InlineData("*.css", MaxLength)]
    [InlineData("*.js", MaxLength)]
    [InlineData("*.razor", MaxLengthOfMarkup)]
    public void No_line_is_too_long(string files, int maxLength) =>
        Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Solution.Folder, folder), files, SearchOption.AllDirectories))
            .Where(IsWritten)
            .SelectMany(file =>
                File.ReadLines(file).Select((line, i) => (line.Length, Place: $"{Path.GetRelativePath(Solution.Folder, file)}:{i + 1}"))
            )
            .Where(line => line.Length > maxLength)
            .Select(line => $"{line.Place} ({line.Length})")
            .MustBeNone($"Longer than {maxLength} columns:");

    /// <summary>Migrations and what the build makes are written by programs.</summary>
    private static bool IsWritten(string file) =>
        !Path.GetRelativePath(Solution.Folder, file).Split('/', '\\').Intersect(["bin", "obj", "Migrations", "node_modules"]).Any();
}
