namespace GraphGen.Compiler.Shapes;

/// <summary>A dimension that grows with a symbol by a fixed number: <c>Offset + Slope * symbol</c>, with a positive slope.</summary>
internal sealed record LinearDim(Dim Offset, long Slope)
{
    /// <summary>The dimension as one that grows with the symbol; null where it does not, or not evenly.</summary>
    public static LinearDim? Of(Dim dim, DimSymbol symbol)
    {
        Dim offset = At(0);
        return (At(1) - offset).Value is > 0 and var slope && dim == offset + (Dim.Symbol(symbol) * slope) ? new LinearDim(offset, slope) : null;

        Dim At(long value) => dim.Substitute(other => other == symbol ? value : null);
    }

    /// <summary>The value of the symbol that gives the dimension a size; one that is rounded down where none does.</summary>
    public Dim Solve(Dim size) => (size - Offset) / Slope;
}
