namespace GraphGen.Compiler.Shapes;

/// <summary>What the monomials of a <see cref="Dim"/> are products of. Equality and order follow from what it says, and need no text.</summary>
/// <param name="size">The number of symbols, numbers and operators in it.</param>
/// <param name="hash">Equal for equal atoms.</param>
internal abstract class DimAtom(int size, int hash) : IComparable<DimAtom>, IEquatable<DimAtom>
{
    public int Size { get; } = size;

    /// <summary>The values that it can have.</summary>
    public abstract Interval Range { get; }

    public bool Equals(DimAtom? other) => ReferenceEquals(this, other) || (other is not null && hash == other.GetHashCode() && CompareTo(other) == 0);

    public sealed override bool Equals(object? obj) => Equals(obj as DimAtom);

    public sealed override int GetHashCode() => hash;

    public abstract int CompareTo(DimAtom? other);
}

/// <summary>A symbol divided by what it is a multiple of, so that <c>8 * (T / 8)</c> is <c>T</c> where 8 divides <c>T</c>.</summary>
internal sealed class SymbolAtom(DimSymbol symbol) : DimAtom(1, symbol.GetHashCode())
{
    public DimSymbol Symbol { get; } = symbol;

    public override Interval Range { get; } = new Interval(symbol.Min, symbol.Max).PartsOf(symbol.MultipleOf);

    public override int CompareTo(DimAtom? other) => other is SymbolAtom { Symbol: var symbol } ? Symbol.CompareTo(symbol) : other is null ? 1 : -1;
}

/// <summary>A quotient, rounded down, that cannot be written in a simpler way.</summary>
internal sealed class QuotientAtom(Dim dividend, Dim divisor)
    : DimAtom(1 + dividend.Size + divisor.Size, unchecked((dividend.GetHashCode() * 31) + divisor.GetHashCode()))
{
    public Dim Dividend { get; } = dividend;

    public Dim Divisor { get; } = divisor;

    public override Interval Range => field ??= Divisor.IsNeverNegative ? Interval.FloorDivide(Dividend.Interval, Divisor.Interval) : Interval.All;

    public override int CompareTo(DimAtom? other)
    {
        if (ReferenceEquals(this, other)) return 0;
        if (other is not QuotientAtom { Dividend: var dividend, Divisor: var divisor }) return 1;
        int order = Divisor.CompareTo(divisor);
        return order != 0 ? order : Dividend.CompareTo(dividend);
    }
}
