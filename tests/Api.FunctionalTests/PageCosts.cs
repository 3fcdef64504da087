using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests;

/// <summary>Pages that list much cost what pages that list little cost.</summary>
internal static class PageCosts
{
    /// <summary>Longer numbers, cursors and names.</summary>
    private const int Slack = 3_000;

    /// <param name="few">The pages where each list is just longer than a page.</param>
    /// <param name="many">The same pages with more rows.</param>
    public static void MustNotGrow(IReadOnlyCollection<PageCost> few, IReadOnlyCollection<PageCost> many)
    {
        many.Count.ShouldBe(few.Count);
        few.Concat(many).Where(cost => cost.IsTooMuch).ShouldBeEmpty();
        few.Zip(many)
            .Where(pair => pair.First.Commands != pair.Second.Commands || pair.Second.Bytes > pair.First.Bytes + Slack)
            .Select(pair => $"{pair.First} became {pair.Second}")
            .ShouldBeEmpty();
    }
}
