namespace GraphGen.Oracle.Tests;

/// <summary>An argument of a layer.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">
/// A <c>long</c>, <c>double</c> or <c>bool</c>, a tuple as <c>long[]</c> or <c>long[][]</c>, a <see cref="Quantity"/>, <see cref="Word"/>, <see cref="Many"/> or
/// <see cref="DrawnLayer"/>, or <see cref="Item"/>s of a slice; null where it is left out.
/// </param>
internal readonly record struct Argument(string Name, object? Value)
{
    public static implicit operator Argument((string Name, object? Value) pair) => new(pair.Name, pair.Value);
}

/// <summary>A named value, such as <c>Padding.Same</c>.</summary>
internal sealed record Word(string Text)
{
    public static readonly Word Same = new("Padding.Same");

    public override string ToString() => Text;
}

/// <summary>The arguments of a <c>params</c> parameter.</summary>
internal sealed record Many(IReadOnlyList<object> Values);

/// <summary>What a slice keeps of an axis: one position, or a range, whose ends may be left out.</summary>
/// <param name="Start">The position, or where the range starts.</param>
/// <param name="End">Where the range ends.</param>
/// <param name="IsRange">Whether it is a range.</param>
internal sealed record Item(Position? Start, Position? End, bool IsRange)
{
    public string Text => IsRange ? $"{Start?.Text}..{End?.Text}" : Start!.Value.Text;
}

/// <summary>A position along an axis.</summary>
internal readonly record struct Position(long Number, bool FromEnd)
{
    public string Text => FromEnd ? $"^{Number}" : $"{Number}";

    public long Of(long size) => FromEnd ? size - Number : Number;
}
