using System.Buffers.Binary;
using System.Text.RegularExpressions;
using PartnershipTracker.Infrastructure.Jobs;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>Documents stay short enough to be read (CONTRIBUTING.md), and their lists stay complete.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void The_README_and_the_performance_page_are_short()
    {
        Lines("README.md").ShouldBeLessThanOrEqualTo(90);
        Lines("docs", "performance.md").ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void Every_decision_record_is_one_page() =>
        Decisions()
            .Select(file =>
                (
                    Name: Path.GetFileName(file),
                    Words: File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
                )
            )
            .Where(record => record.Words > 300)
            .Select(record => $"{record.Name}: {record.Words} words")
            .MustBeNone("Longer than 300 words:");

    /// <summary>A decision says below its title by which other one it was replaced, or superseded in part.</summary>
    [Fact]
    public void Every_decision_is_in_the_index_with_its_title_and_its_state()
    {
        var index = File.ReadLines(Path.Combine(Solution.Folder, "docs", "adr", "README.md"))
            .Where(line => line.StartsWith("| [", StringComparison.Ordinal));
        index.ShouldBe(Decisions().Select(IndexLine));
    }

    [Fact]
    public void Operations_lists_every_command_that_runs_by_itself_and_how_often()
    {
        var operations = File.ReadAllText(Path.Combine(Solution.Folder, "docs", "operations.md"));
        var listed = CommandRow()
            .Matches(operations.Split("## What runs by itself")[1].Split("\n## ")[0])
            .Select(row => (Name: row.Groups["name"].Value, When: row.Groups["when"].Value.Trim()))
            .Where(row => row.When != "the same run" && !row.When.StartsWith("only when ", StringComparison.Ordinal))
            .Select(row => $"{row.Name}: {row.When.Split(',')[0]}")
            .Order();
        listed.ShouldBe(Schedule.All.Select(command => $"{command.Name}: {HowOften(command.Cron)}").Order());
    }

    /// <summary>Paths may have a part like <c>{Sqlite,PostgreSql}</c>, which stands for several.</summary>
    [Fact]
    public void Every_file_that_CONTRIBUTING_names_by_its_path_exists() =>
        NamedPath()
            .Matches(File.ReadAllText(Path.Combine(Solution.Folder, "CONTRIBUTING.md")))
            .Select(path => path.Groups["path"].Value)
            .SelectMany(path =>
                Several().Match(path) is { Success: true } several
                    ? several.Groups["parts"].Value.Split(',').Select(part => path.Replace(several.Value, part, StringComparison.Ordinal))
                    : [path]
            )
            .Where(path => !Path.Exists(Path.Combine(Solution.Folder, path)))
            .MustBeNone("Named in CONTRIBUTING.md, but not there:");

    [Fact]
    public void The_picture_in_the_README_is_a_small_PNG()
    {
        var picture = File.ReadAllBytes(Path.Combine(Solution.Folder, "docs", "overview.png"));
        picture.Length.ShouldBeInRange(20_000, 200_000);
        picture[1..4].ShouldBe("PNG"u8.ToArray());
        BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)).ShouldBe(1280, "the width of the window it is drawn in");
    }

    private static IEnumerable<string> Decisions() =>
        Directory.EnumerateFiles(Path.Combine(Solution.Folder, "docs", "adr"), "????-*.md").Order(StringComparer.Ordinal);

    private static string IndexLine(string file)
    {
        var lines = File.ReadAllLines(file);
        var title = lines[0].TrimStart('#', ' ');
        var state = lines.Select(line => Later().Match(line)).FirstOrDefault(found => found.Success) switch
        {
            null => "in force",
            { Groups: var by } when by["part"].Success => $"in force, in part superseded by {by["number"].Value}",
            { Groups: var by } => $"replaced by {by["number"].Value}",
        };
        return $"| [{title[..4]}]({Path.GetFileName(file)}) | {title[5..]} | {state} |";
    }

    /// <param name="cron">With seconds first.</param>
    private static string HowOften(string cron) =>
        cron.Split(' ')[1] switch
        {
            "*" => "every minute",
            var minute when minute.Split('/') is [_, var step] => $"every {step} minutes",
            _ => "every hour",
        };

    [GeneratedRegex(@"^(?:Replaced|(?<part>Superseded in part)) by \[(?<number>\d{4})\]")]
    private static partial Regex Later();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| (?<when>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"`(?<path>(?:src|tests|docs|samples|requests|bench|tools)/[\w./{},-]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\{(?<parts>[^}]+)\}")]
    private static partial Regex Several();

    private static int Lines(params string[] path) => File.ReadAllLines(Path.Combine([Solution.Folder, .. path])).Length;
}
