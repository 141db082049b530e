namespace GraphGen.Oracle.Tests;

/// <summary>The source of chance of one model.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    /// <summary>A number in a range, its ends included.</summary>
    public long Between(long least, long greatest) => _random.NextInt64(least, greatest + 1);

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public T Of<T>(params T[] choices) => Of((IReadOnlyList<T>)choices);

    /// <summary>The same in another order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
