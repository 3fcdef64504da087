using PartnershipTracker.Application.History;

namespace PartnershipTracker.Application.Tests.History;

public sealed class StoredEntryTests
{
    private static readonly Guid Id = new("0198a000-aaaa-7bbb-8ccc-ddddeeeeffff");

    [Fact]
    public void An_entry_has_the_same_hash_on_both_databases() =>
        Entry(5L, Id, "event", DBNull.Value)
            .HashAfter("", 1)
            .ShouldBe(Entry(5L, Id.ToString().ToUpperInvariant(), "event", DBNull.Value).HashAfter("", 1));

    [Fact]
    public void The_hash_is_computed_as_the_decision_record_describes() =>
        Entry(5L, "é\n", DBNull.Value).HashAfter("abc", 7).ShouldBe("f1f5c8b3403e5ddf935f11094c3606c9a91085335d9b152a9d3100358cc9c11b");

    [Fact]
    public void Moving_text_between_columns_changes_the_hash()
    {
        object[][] rows =
        [
            ["ab", "c"],
            ["a", "bc"],
            ["abc", DBNull.Value],
            ["abc", ""],
            [DBNull.Value, "abc"],
            ["a\nt2:bc", DBNull.Value],
            [1L, "1"],
            ["1", 1L],
            [1.0, "1"],
        ];
        rows.Select(row => Entry(row).HashAfter("", 1)).Distinct().Count().ShouldBe(rows.Length);
    }

    [Fact]
    public void The_number_and_the_previous_hash_are_part_of_the_hash()
    {
        var entry = Entry("a");
        new[] { entry.HashAfter("", 1), entry.HashAfter("", 2), entry.HashAfter("x", 1) }.Distinct().Count().ShouldBe(3);
    }

    private static StoredEntry Entry(params object[] columns) => new([DBNull.Value, DBNull.Value, .. columns]);
}
