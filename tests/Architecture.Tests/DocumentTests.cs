using System.Buffers.Binary;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>Documents stay short enough to be read (CONTRIBUTING.md).</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_README_and_the_performance_page_are_short()
    {
        Lines("README.md").ShouldBeLessThanOrEqualTo(90);
        Lines("docs", "performance.md").ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void Every_decision_record_is_one_page() =>
        Directory
            .EnumerateFiles(Path.Combine(Solution.Folder, "docs", "adr"), "*.md")
            .Select(file =>
                (
                    Name: Path.GetFileName(file),
                    Words: File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
                )
            )
            .Where(record => record.Words > 300)
            .Select(record => $"{record.Name}: {record.Words} words")
            .MustBeNone("Longer than 300 words:");

    [Fact]
    public void The_picture_in_the_README_is_a_small_PNG()
    {
        var picture = File.ReadAllBytes(Path.Combine(Solution.Folder, "docs", "overview.png"));
        picture.Length.ShouldBeInRange(20_000, 200_000);
        picture[1..4].ShouldBe("PNG"u8.ToArray());
        BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)).ShouldBe(1280, "the width of the window it is drawn in");
    }

    private static int Lines(params string[] path) => File.ReadAllLines(Path.Combine([Solution.Folder, .. path])).Length;
}
