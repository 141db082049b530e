using System.Globalization;

namespace GraphGen.Oracle.Tests;

/// <summary>A size in a declaration: a number, or an expression over the dimensions of the model.</summary>
/// <param name="Text">The expression in C#.</param>
/// <param name="In">Its value, given those of the dimensions.</param>
internal sealed record Quantity(string Text, Func<IReadOnlyDictionary<string, long>, long> In)
{
    public static implicit operator Quantity(long number) => new(number.ToString(CultureInfo.InvariantCulture), _ => number);

    public static Quantity Symbol(string name) => new(name, sizes => sizes[name]);

    /// <summary>Whether it is a dimension, and no expression.</summary>
    public bool IsSymbol => char.IsLetter(Text[0]) && Text.All(char.IsLetterOrDigit);

    public Quantity Times(long factor) => new($"{factor} * {Text}", sizes => factor * In(sizes));

    public Quantity Plus(long summand) => new($"({Text} {(summand < 0 ? '-' : '+')} {Math.Abs(summand)})", sizes => In(sizes) + summand);

    public Quantity Over(long divisor) => new($"({Text} / {divisor})", sizes => (long)Math.Floor((double)In(sizes) / divisor));

    public Quantity Times(Quantity other) => new($"({Text}) * ({other.Text})", sizes => In(sizes) * other.In(sizes));
}
