namespace GraphGen.Compiler.Shapes;

/// <summary>
/// A dimension as an expression over symbols, in a normal form: a sum of monomials over atoms, which are symbols and quotients that do not simplify. Dimensions with
/// the same normal form are equal for all values of their symbols.
/// </summary>
/// <remarks>
/// <para>The reverse is true too of polynomials, and of one quotient of a linear expression in one symbol by a number (with that symbol and numbers added to it), in
/// which quotients may be nested and the symbol is not bounded above. It is not true of all expressions: <c>T / 3 + (T + 1) / 3 + (T + 2) / 3</c> is not seen to be
/// <c>T</c>.</para>
/// <para>What a division by 0 would give is left open: <c>(T * S) / S</c> is <c>T</c>.</para>
/// <para>The arithmetic takes a bounded time: an expression of more than <see cref="MostNodes"/> symbols, numbers and operators is refused.</para>
/// </remarks>
internal sealed record Dim : IComparable<Dim>
{
    /// <summary>The most symbols, numbers and operators of an expression. Shapes have some ten.</summary>
    public const int MostNodes = 256;

    public static readonly Dim Zero = new(0);

    public static readonly Dim One = new(1);

    /// <summary>The size of the batch.</summary>
    public static readonly Dim Batch = Symbol(new DimSymbol("N", SymbolKind.Batch, Min: 0));

    private readonly DimMonomial[] _terms;
    private readonly int _hash;

    private Dim(long constant) => (_terms, Constant, Size, _hash) = ([], constant, 1, constant.GetHashCode());

    private Dim(DimMonomial[] terms, long constant)
        : this(constant)
    {
        _terms = terms;
        foreach (DimMonomial term in terms)
        {
            Size += term.Size;
            _hash = unchecked((_hash * 31) + term.Coefficient.GetHashCode());
            foreach (DimAtom atom in term.Atoms) _hash = unchecked((_hash * 31) + atom.GetHashCode());
        }

        // The least number has no magnitude.
        if (constant == long.MinValue || terms.Any(term => term.Coefficient == long.MinValue)) throw new OverflowException("A number out of the range of 64 bits.");
        if (Size > MostNodes) throw new OverflowException($"An expression of more than {MostNodes} symbols, numbers and operators.");
    }

    /// <summary>The dimension's value where it is a number; else null.</summary>
    public long? Value => _terms.Length == 0 ? Constant : null;

    /// <summary>The symbols in it, each once, in their order.</summary>
    public IEnumerable<DimSymbol> Symbols
    {
        get
        {
            if (_terms.Length == 0) return [];
            var symbols = new SortedSet<DimSymbol>();
            Collect(symbols);
            return symbols;
        }
    }

    /// <summary>The least and the greatest value that it can have; null where it is not bounded, or no bound is known.</summary>
    public (long? Min, long? Max) Range => (Interval.Min, Interval.Max);

    /// <inheritdoc cref="Range"/>
    public Interval Interval => field ??= DimRange.Of(this);

    public bool IsNeverNegative => Interval.Min >= 0;

    /// <summary>The summands that are not numbers, the leading one first.</summary>
    public IReadOnlyList<DimMonomial> Terms => _terms;

    /// <summary>The summand that is a number.</summary>
    public long Constant { get; }

    /// <summary>The coefficient of the first summand.</summary>
    public long LeadingCoefficient => _terms.Length > 0 ? _terms[0].Coefficient : Constant;

    /// <summary>The greatest number that divides all coefficients; 0 of a number.</summary>
    public long Content => _terms.Aggregate(0L, (content, term) => Integers.GreatestCommonDivisor(content, term.Coefficient));

    /// <summary>The number of symbols, numbers and operators in it.</summary>
    public int Size { get; }

    /// <summary>The same in the form that is shortest to read and to calculate.</summary>
    private Dim Readable => _terms.Length == 0 ? this : field ??= DimReading.Of(this);

    public static implicit operator Dim(long value) => new(value);

    public static Dim Symbol(DimSymbol symbol) => Of(symbol.MultipleOf, [new SymbolAtom(symbol)]);

    /// <summary>A number times a product of atoms in any order.</summary>
    public static Dim Of(long coefficient, IEnumerable<DimAtom> atoms)
    {
        DimAtom[] sorted = [.. atoms];
        if (coefficient == 0 || sorted.Length == 0) return new Dim(coefficient);
        Array.Sort(sorted);
        return new Dim([new DimMonomial(coefficient, sorted)], 0);
    }

    /// <exception cref="OverflowException">A number is out of the range of 64 bits, or the expression too long.</exception>
    public static Dim operator +(Dim a, Dim b) => Add(a, 1, b);

    /// <inheritdoc cref="op_Addition"/>
    public static Dim operator -(Dim a, Dim b) => Add(a, -1, b);

    /// <inheritdoc cref="op_Addition"/>
    public static Dim operator -(Dim a) => a * -1;

    /// <inheritdoc cref="op_Addition"/>
    public static Dim operator *(Dim a, Dim b)
    {
        if (a.Value is { } x) return x == 1 ? b : b.Value is { } y ? new Dim(checked(x * y)) : b.Each(number => checked(number * x));
        if (b.Value is not null) return b * a;
        if (a._terms.Length * b._terms.Length > MostNodes) throw new OverflowException($"A product of more than {MostNodes} summands.");
        List<DimMonomial> products = [];
        foreach (DimMonomial left in a._terms) products.AddRange(b._terms.Select(right => left * right));
        products.Sort((left, right) => left.Order(right));
        var terms = new List<DimMonomial>(products.Count);
        for (int i = 0; i < products.Count;)
        {
            DimMonomial first = products[i];
            long coefficient = first.Coefficient;
            for (i++; i < products.Count && first.Order(products[i]) == 0; i++) coefficient = checked(coefficient + products[i].Coefficient);
            if (coefficient != 0) terms.Add(first.WithCoefficient(coefficient));
        }

        Dim product = new([.. terms], checked(a.Constant * b.Constant));
        return Add(Add(product, b.Constant, a.WithConstant(0)), a.Constant, b.WithConstant(0));
    }

    /// <summary>Division rounded down, as C# rounds where both are positive.</summary>
    /// <exception cref="DivideByZeroException">The divisor is the number 0.</exception>
    /// <inheritdoc cref="op_Addition" path="/exception"/>
    public static Dim operator /(Dim a, Dim b) => DimDivision.Divide(a, b);

    /// <summary>What is left of a division rounded down.</summary>
    /// <inheritdoc cref="op_Division" path="/exception"/>
    public static Dim operator %(Dim a, Dim b) => a - (b * (a / b));

    /// <summary>The same sum with other coefficients and another constant.</summary>
    public Dim Each(Func<long, long> change)
    {
        var terms = new List<DimMonomial>(_terms.Length);
        foreach (DimMonomial term in _terms)
        {
            long coefficient = change(term.Coefficient);
            if (coefficient != 0) terms.Add(term.WithCoefficient(coefficient));
        }

        return new Dim([.. terms], change(Constant));
    }

    public Dim WithConstant(long constant) => constant == Constant ? this : new Dim(_terms, constant);

    /// <summary>The expression with other dimensions in the place of symbols.</summary>
    /// <param name="replacement">What stands for a symbol, a multiple of what the symbol is a multiple of; null for the symbol itself.</param>
    /// <exception cref="DivideByZeroException">A divisor becomes the number 0.</exception>
    /// <inheritdoc cref="op_Addition" path="/exception"/>
    public Dim Substitute(Func<DimSymbol, Dim?> replacement) => Accept(new Substitution(replacement));

    /// <summary>Calculates something from the parts of the expression, in the form that is shortest to read.</summary>
    public T Accept<T>(IDimVisitor<T> visitor) => DimReading.Fold(Readable, visitor);

    public bool Equals(Dim? other)
    {
        if (ReferenceEquals(this, other)) return true;
        return other is not null && Constant == other.Constant && _hash == other._hash && _terms.Length == other._terms.Length && CompareTo(other) == 0;
    }

    public override int GetHashCode() => _hash;

    /// <summary>Numbers by their value; any others in some order.</summary>
    public int CompareTo(Dim? other)
    {
        if (ReferenceEquals(this, other)) return 0;
        if (other is null) return 1;
        for (int i = 0; i < _terms.Length && i < other._terms.Length; i++)
        {
            int order = _terms[i].Order(other._terms[i]);
            if (order == 0) order = _terms[i].Coefficient.CompareTo(other._terms[i].Coefficient);
            if (order != 0) return order;
        }

        return _terms.Length != other._terms.Length ? _terms.Length.CompareTo(other._terms.Length) : Constant.CompareTo(other.Constant);
    }

    public override string ToString() => DimReading.Fold(DimReading.WithoutNegativeConstant(Readable), DimWriter.Instance).Text;

    /// <summary>The sum of one dimension and a multiple of another.</summary>
    private static Dim Add(Dim a, long factor, Dim b)
    {
        long constant = checked(a.Constant + (factor * b.Constant));
        if (factor == 0 || b._terms.Length == 0) return a.WithConstant(constant);
        var terms = new List<DimMonomial>(a._terms.Length + b._terms.Length);
        int next = 0;
        foreach (DimMonomial term in b._terms)
        {
            int order = 1;
            while (next < a._terms.Length && (order = a._terms[next].Order(term)) < 0) terms.Add(a._terms[next++]);
            long coefficient = checked(factor * term.Coefficient);
            if (next < a._terms.Length && order == 0) coefficient = checked(coefficient + a._terms[next++].Coefficient);
            if (coefficient != 0) terms.Add(term.WithCoefficient(coefficient));
        }

        while (next < a._terms.Length) terms.Add(a._terms[next++]);
        return new Dim([.. terms], constant);
    }

    private void Collect(SortedSet<DimSymbol> symbols)
    {
        foreach (DimAtom atom in _terms.SelectMany(term => term.Atoms))
        {
            if (atom is SymbolAtom { Symbol: var symbol })
            {
                symbols.Add(symbol);
            }
            else if (atom is QuotientAtom quotient)
            {
                quotient.Dividend.Collect(symbols);
                quotient.Divisor.Collect(symbols);
            }
        }
    }
}
