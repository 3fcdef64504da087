namespace PartnershipTracker.Api.FunctionalTests.Fuzz;

/// <summary>
/// Reproducible random numbers. Each request has its own sequence, derived from the seed and its number, so that it can be repeated alone.
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
