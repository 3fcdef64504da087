namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>
/// Chance that can be repeated: each request has its own dice, from the seed and its number, so that one request needs none of those before
/// it.
/// </summary>
internal sealed class Dice(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + (number * 7919)));

    public int Below(int end) => _random.Next(end);

    public bool Percent(int chance) => _random.Next(100) < chance;

    public T Of<T>(IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    public Guid Guid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
