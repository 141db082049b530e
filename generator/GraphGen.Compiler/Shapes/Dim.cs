namespace GraphGen.Compiler.Shapes;

/// <summary>
/// A dimension as an expression over symbols, in a normal form: a sum of monomials with integer coefficients, sorted, without zeros.
/// Two dimensions with the same normal form are equal for all values of their symbols.
/// </summary>
internal sealed record Dim : IComparable<Dim>
{
    /// <summary>The size of the batch.</summary>
    public static readonly Dim Batch = Symbol(new DimSymbol("N", SymbolKind.Batch, Min: 0));

    public static readonly Dim One = new(1);

    private Dim(EquatableArray<Monomial> terms) => Terms = terms;

    private Dim(long value)
        : this(value == 0 ? EquatableArray<Monomial>.Empty : EquatableArray.Of(new Monomial(value, EquatableArray<Atom>.Empty)))
    {
    }

    private EquatableArray<Monomial> Terms { get; }

    /// <summary>The dimension's value where it is a number; else null.</summary>
    public long? Value => Terms.Count == 0 ? 0 : Terms is [{ Atoms.Count: 0 } only] ? only.Coefficient : null;

    public static implicit operator Dim(long value) => new(value);

    /// <summary>The symbols in it, each once.</summary>
    public IEnumerable<DimSymbol> Symbols => Terms.SelectMany(term => term.Atoms).SelectMany(atom => atom.Symbols).Distinct();

    public static Dim Symbol(DimSymbol symbol) => Of(new SymbolAtom(symbol));

    /// <exception cref="OverflowException">A coefficient is out of the range of 64 bits.</exception>
    public static Dim operator +(Dim a, Dim b) => a.Value is { } x && b.Value is { } y ? checked(x + y) : Normalize(a.Terms.Concat(b.Terms));

    /// <inheritdoc cref="op_Addition"/>
    public static Dim operator -(Dim a, Dim b) => a + (b * -1);

    /// <inheritdoc cref="op_Addition"/>
    public static Dim operator *(Dim a, Dim b) => a.Value is { } x && b.Value is { } y ? checked(x * y) : Normalize(a.Terms.SelectMany(_ => b.Terms, (left, right) => left.Times(right)));

    /// <summary>Division rounded down, as C# rounds where both are positive.</summary>
    /// <exception cref="DivideByZeroException">The divisor is the number 0.</exception>
    /// <exception cref="OverflowException">A coefficient is out of the range of 64 bits.</exception>
    public static Dim operator /(Dim a, Dim b)
    {
        if (a.Value is { } x && b.Value is { } y) return FloorDivide(x, y);
        if (b.Value is 0) throw new DivideByZeroException();
        if (b.Value is { } divisor && a.Terms.All(term => term.Coefficient % divisor == 0))
            return new Dim(a.Terms.Select(term => term with { Coefficient = term.Coefficient / divisor }).ToEquatableArray());
        return a == b ? One : Of(new QuotientAtom(a, b));
    }

    /// <summary>What is left of a division rounded down.</summary>
    /// <inheritdoc cref="op_Division"/>
    public static Dim operator %(Dim a, Dim b) => a - (b * (a / b));

    public int CompareTo(Dim? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString()
    {
        if (Terms.Count == 0) return "0";
        string text = "";
        foreach (Monomial term in Terms)
        {
            string sign = term.Coefficient < 0 ? (text.Length == 0 ? "-" : " - ") : text.Length == 0 ? "" : " + ";
            text += sign + term;
        }

        return text;
    }

    private static Dim Of(Atom atom) => new(EquatableArray.Of(new Monomial(1, EquatableArray.Of(atom))));

    private static long FloorDivide(long x, long y)
    {
        long quotient = x / y;
        return x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient;
    }

    private static Dim Normalize(IEnumerable<Monomial> terms)
    {
        Monomial[] collected =
        [
            .. terms.GroupBy(term => term.Atoms)
                .Select(group => new Monomial(group.Aggregate(0L, (sum, term) => checked(sum + term.Coefficient)), group.Key))
                .Where(term => term.Coefficient != 0)
                .OrderByDescending(term => term.Atoms.Count)
                .ThenBy(term => string.Join("*", term.Atoms), StringComparer.Ordinal),
        ];
        return new Dim(collected.ToEquatableArray());
    }

    private sealed record Monomial(long Coefficient, EquatableArray<Atom> Atoms)
    {
        public Monomial Times(Monomial other) => new(
            checked(Coefficient * other.Coefficient),
            Atoms.Concat(other.Atoms).OrderBy(atom => atom.ToString(), StringComparer.Ordinal).ToEquatableArray());

        public override string ToString()
        {
            string magnitude = Coefficient.ToString(System.Globalization.CultureInfo.InvariantCulture).TrimStart('-');
            if (Atoms.Count == 0) return magnitude;
            string product = string.Join(" * ", Atoms);
            return magnitude == "1" ? product : $"{magnitude} * {product}";
        }
    }

    private abstract record Atom
    {
        public abstract IEnumerable<DimSymbol> Symbols { get; }
    }

    private sealed record SymbolAtom(DimSymbol Symbol) : Atom
    {
        public override IEnumerable<DimSymbol> Symbols => [Symbol];

        public override string ToString() => Symbol.Name;
    }

    private sealed record QuotientAtom(Dim Dividend, Dim Divisor) : Atom
    {
        public override IEnumerable<DimSymbol> Symbols => Dividend.Symbols.Concat(Divisor.Symbols);

        public override string ToString() => $"{Parenthesize(Dividend)} / {Parenthesize(Divisor)}";

        private static string Parenthesize(Dim dim) => dim.Terms.Count == 1 && (dim.Value is not null || dim.Terms[0].Coefficient == 1) ? dim.ToString() : $"({dim})";
    }
}
