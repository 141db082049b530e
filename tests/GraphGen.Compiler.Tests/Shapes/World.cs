using System.Numerics;
using CsCheck;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>Symbols, with values for them.</summary>
internal sealed record World(DimSymbol[] Symbols, Point[] Points)
{
    private static readonly long[] s_multiples = [1, 1, 2, 3, 4, 8];

    /// <summary>Symbols of all kinds: with and without an upper bound, also of one value only, multiples of something, and some that can be negative or 0.</summary>
    public static readonly Gen<World> Any =
        from symbols in Gen.Select(Symbol("S"), Symbol("T"), Symbol("width"))
        from points in PointOf([symbols.Item1, symbols.Item2, symbols.Item3]).Array[12]
        select new World([symbols.Item1, symbols.Item2, symbols.Item3], points);

    /// <summary>Symbols without an upper bound, and all points near 0: of two different expressions of a few small numbers, some point shows the difference.</summary>
    public static readonly Gen<World> Unbounded =
        from multiples in Gen.Long[1, 4].Array[3]
        let symbols = new[] { "S", "T", "width" }.Select((name, i) => new DimSymbol(name, SymbolKind.Dynamic, 0, null, multiples[i])).ToArray()
        select new World(symbols, Grid(symbols));

    /// <summary>One symbol without an upper bound, with more values than any of the test's quotients takes to repeat.</summary>
    public static readonly Gen<World> Line =
        from multiple in Gen.Long[1, 4]
        let symbols = new[] { new DimSymbol("T", SymbolKind.Dynamic, 0, null, multiple) }
        select new World(symbols, [.. Enumerable.Range(0, 500).Select(i => new Point(symbols, [i * multiple]))]);

    public override string ToString() => $"{string.Join("; ", Symbols.Select(symbol => $"{symbol.Name} {symbol.DescribeValues()}"))}; {Points.Length} points";

    private static Gen<DimSymbol> Symbol(string name) =>
        from min in Gen.Frequency((8, Gen.Long[0, 9]), (1, Gen.Long[-9, -1]))
        from multiple in Gen.Int[0, 5].Select(i => s_multiples[i])
        from more in Gen.Frequency((2, Gen.Const((long?)null)), (2, Gen.Long[0, 12].Select(count => (long?)count)))
        let least = (long)Math.Ceiling((double)min / multiple) * multiple
        from kind in Gen.Bool.Select(isDynamic => isDynamic ? SymbolKind.Dynamic : SymbolKind.Parameter)
        select new DimSymbol(name, kind, min, least + (more * multiple), multiple);

    private static Gen<Point> PointOf(DimSymbol[] symbols) =>
        Gen.Select(Value(symbols[0]), Value(symbols[1]), Value(symbols[2])).Select((s, t, width) => new Point(symbols, [s, t, width]));

    private static Gen<long> Value(DimSymbol symbol)
    {
        long least = (long)Math.Ceiling((double)symbol.Min / symbol.MultipleOf);
        return symbol.Max is { } max
            ? Gen.Long[least, max / symbol.MultipleOf].Select(count => count * symbol.MultipleOf)
            : Gen.Frequency((3, Gen.Long[least, least + 20]), (1, Gen.Long[least, 1_000])).Select(count => count * symbol.MultipleOf);
    }

    private static Point[] Grid(DimSymbol[] symbols) =>
    [
        .. from s in Enumerable.Range(0, 5) from t in Enumerable.Range(0, 5) from width in Enumerable.Range(0, 5)
           select new Point(symbols, [s * symbols[0].MultipleOf, t * symbols[1].MultipleOf, width * symbols[2].MultipleOf]),
    ];
}

/// <summary>A value for each of some symbols.</summary>
internal sealed record Point(DimSymbol[] Symbols, long[] Values)
{
    public long this[DimSymbol symbol] => Values[Array.IndexOf(Symbols, symbol)];

    public BigInteger? Evaluate(Expression expression) => expression.Evaluate(symbol => this[symbol]);

    public BigInteger? Evaluate(Dim dim) => dim.Accept(new Evaluation(symbol => this[symbol]));

    public override string ToString() => string.Join(", ", Symbols.Select((symbol, i) => $"{symbol.Name} = {Values[i]}"));
}
