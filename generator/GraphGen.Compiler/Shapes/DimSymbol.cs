namespace GraphGen.Compiler.Shapes;

/// <summary>When the value of a symbol is known.</summary>
internal enum SymbolKind
{
    /// <summary>The size of the batch, which any number of examples may be.</summary>
    Batch,

    /// <summary>Another for each call of <c>forward</c>.</summary>
    Dynamic,

    /// <summary>Fixed when the model is constructed.</summary>
    Parameter,
}

/// <summary>A named dimension that is not known at build time.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Kind">When its value is known.</param>
/// <param name="Min">The least value that it takes.</param>
/// <param name="Max">The greatest value that it takes; null for no bound.</param>
/// <param name="MultipleOf">What divides all values that it takes; 1 or more.</param>
internal sealed record DimSymbol(string Name, SymbolKind Kind, long Min = 1, long? Max = null, long MultipleOf = 1) : IComparable<DimSymbol>
{
    /// <summary>The values that it takes, as messages write them: <c>from 8 to 512 and a multiple of 8</c>.</summary>
    public string DescribeValues()
    {
        string range = Max is { } max ? $"from {Min} to {max}" : $"at least {Min}";
        return MultipleOf > 1 ? $"{range} and a multiple of {MultipleOf}" : range;
    }

    /// <summary>By name; the order of symbols of the same name is any.</summary>
    public int CompareTo(DimSymbol? other)
    {
        if (ReferenceEquals(this, other)) return 0;
        if (other is null) return 1;
        int order = string.CompareOrdinal(Name, other.Name);
        if (order == 0) order = Kind.CompareTo(other.Kind);
        if (order == 0) order = Min.CompareTo(other.Min);
        if (order == 0) order = Nullable.Compare(Max, other.Max);
        return order != 0 ? order : MultipleOf.CompareTo(other.MultipleOf);
    }
}
