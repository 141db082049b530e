namespace GraphGen.Compiler.Shapes.Signatures;

/// <summary>
/// Finds what the names of a signature stand for, by matching its inputs with shapes, tensor by tensor and from left to right, and from that the shape of a result.
/// </summary>
/// <param name="known">Names whose sizes are known before. <c>N</c> is always the batch.</param>
/// <param name="holds">Whether a condition on sizes may hold; false where it is refuted.</param>
internal sealed class SignatureMatch(IReadOnlyDictionary<string, Dim> known, Func<Condition, bool> holds)
{
    private const string Batch = "N";

    /// <summary>More operators than any axis has that is written by hand, and so few that a product of sums has no more terms than can be counted.</summary>
    private const int MostOperators = 32;

    private readonly Dictionary<string, Dim> _sizes = known.Where(name => name.Key != Batch).Append(new(Batch, Dim.Batch)).ToDictionary(name => name.Key, name => name.Value);
    private Dim[]? _rest;

    /// <summary>What does not fit, as a sentence without a full stop; null as long as everything does.</summary>
    public string? Fault { get; private set; }

    /// <summary>What keeps a signature from ever fitting, whatever it is applied to; null where nothing does.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="known">Names whose sizes will be known.</param>
    public static string? FaultOf(ShapeSignature signature, IEnumerable<string> known)
    {
        if (signature.Inputs.Concat(signature.Outputs).SelectMany(tensor => tensor.Axes).Any(axis => axis.Operators > MostOperators)) return $"an axis has more than {MostOperators} operators";
        var match = new SignatureMatch(known.ToDictionary(name => name, Unknown), condition => condition.Answer != Answer.Refuted);
        try
        {
            for (int i = 0; i < signature.Inputs.Count; i++)
            {
                Shape any = new(signature.Inputs[i].Axes.Select((axis, position) => position == 0 ? Dim.Batch : Unknown(axis.ToString())));
                if (!match.Take(signature.Inputs[i], any, signature.Inputs.Count == 1 ? "the input" : $"input {i + 1}")) return match.Fault;
            }

            foreach (SignatureTensor output in signature.Outputs) match.Make(output);
            return match.Fault;
        }
        catch (OverflowException)
        {
            return "a size is out of the range of 64 bits";
        }

        static Dim Unknown(string name) => Dim.Symbol(new DimSymbol(name, SymbolKind.Dynamic));
    }

    /// <summary>Matches an input; false where it does not fit.</summary>
    /// <param name="tensor">As the signature has it.</param>
    /// <param name="shape">The shape of what is given.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="OverflowException">A size is out of the range of 64 bits.</exception>
    public bool Take(SignatureTensor tensor, Shape shape, string name)
    {
        int own = tensor.Axes.Count;
        int stretch = 0;
        if (tensor.RestPosition is { } rest)
        {
            own--;
            stretch = shape.Rank - own;
            if (stretch < 0) return Wrong($"{name} {shape} has {Count(shape.Rank)}, and not {own} or more");
            if (!TakeRest([.. shape.Axes.Skip(rest).Take(stretch)], rest, name)) return false;
        }
        else if (shape.Rank != own)
        {
            return Wrong($"{name} {shape} has {Count(shape.Rank)}, and not {own}");
        }

        int position = 0;
        foreach (SignatureAxis axis in tensor.Axes)
        {
            if (axis is SignatureAxis.Rest)
            {
                position += stretch;
                continue;
            }

            if (!TakeAxis(axis, shape[position], $"axis {position} of {name}")) return false;
            position++;
        }

        return true;
    }

    /// <summary>The shape of a result; null where it has none.</summary>
    /// <param name="tensor">As the signature has it.</param>
    /// <exception cref="OverflowException">A size is out of the range of 64 bits.</exception>
    public Shape? Make(SignatureTensor tensor)
    {
        var axes = new List<Dim>();
        foreach (SignatureAxis axis in tensor.Axes)
        {
            if (axis is SignatureAxis.Rest)
            {
                if (_rest is null) return Lacks("'...' stands in the result, and in no input");
                axes.AddRange(_rest);
                continue;
            }

            if (axis.Names.FirstOrDefault(name => !_sizes.ContainsKey(name)) is { } unknown) return Lacks($"'{unknown}' stands in the result, and in no input");
            if (Evaluate(axis) is not { } size) return null;
            if (axis is not SignatureAxis.Name && !Holds(Condition.AtLeast(size.Constant, 1))) return Lacks($"'{axis}' of the result is {size.Constant}, and must be at least 1");
            axes.Add(size.Constant);
        }

        return axes.Count > 0 && axes[0] == Dim.Batch ? new Shape(axes) : Lacks("the first axis of the result is not the batch, 'N'");

        Shape? Lacks(string fault)
        {
            Fault = fault;
            return null;
        }
    }

    private bool TakeRest(Dim[] axes, int first, string name)
    {
        if (_rest is null)
        {
            _rest = axes;
            return true;
        }

        if (axes.Length != _rest.Length) return Wrong($"'...' is {Count(axes.Length)} of {name}, and {_rest.Length} before");
        for (int i = 0; i < axes.Length; i++)
        {
            if (!Holds(Condition.Equal(_rest[i], axes[i]))) return Wrong($"axis {first + i} of {name} is {axes[i]}, and was {_rest[i]} where '...' stood before");
        }

        return true;
    }

    private bool TakeAxis(SignatureAxis axis, Dim size, string place)
    {
        string[] unknown = [.. axis.Names.Where(name => !_sizes.ContainsKey(name)).Distinct()];
        if (unknown.Length > 1) return Wrong($"'{axis}' has more than one name that is not known before it: {string.Join(", ", unknown.Select(name => $"'{name}'"))}");
        if (Evaluate(axis) is not { } linear)
        {
            Fault ??= $"'{axis}' does not tell what '{unknown[0]}' is: let '{unknown[0]}' stand by itself before it";
            return false;
        }

        if (unknown.Length == 1) return Solve(axis, linear, unknown[0], size, place);
        if (Holds(Condition.Equal(linear.Constant, size))) return true;
        return Wrong(axis is SignatureAxis.Number ? $"{place} is {size}, and not {axis}" : $"{place} is {size}, and '{axis}' is {linear.Constant}");
    }

    /// <summary>Gives the one unknown name of an axis its size.</summary>
    private bool Solve(SignatureAxis axis, Linear linear, string name, Dim size, string place)
    {
        bool isFalling = Condition.AtLeast(linear.Factor * -1, 1).Answer == Answer.Proven;
        Dim factor = isFalling ? linear.Factor * -1 : linear.Factor;
        Dim rest = isFalling ? linear.Constant - size : size - linear.Constant;
        if (linear.Factor.Value == 0 || !Holds(Condition.AtLeast(factor, 1))) return Wrong($"'{axis}' does not tell what '{name}' is");

        // A multiple of the factor that is at least 1 is at least the factor; and what is itself a size is at least 1.
        if (!Holds(Condition.Divides(factor, rest)) || (rest != size && !Holds(Condition.AtLeast(rest, 1)))) return Wrong($"{place} is {size}, which '{axis}' is for no '{name}'");
        _sizes.Add(name, rest / factor);
        return true;
    }

    /// <summary>An axis as a linear form of the one name in it that has no size yet; null where it is none.</summary>
    private Linear? Evaluate(SignatureAxis axis) => axis switch
    {
        SignatureAxis.Name name => _sizes.TryGetValue(name.Text, out Dim? size) ? new Linear(0, size) : new Linear(Dim.One, 0),
        SignatureAxis.Number number => new Linear(0, number.Value),
        SignatureAxis.Operation operation when Evaluate(operation.Left) is { } left && Evaluate(operation.Right) is { } right => Combine(operation, left, right),
        _ => null,
    };

    private Linear? Combine(SignatureAxis.Operation operation, Linear left, Linear right)
    {
        switch (operation.Sign)
        {
            case '+':
                return new Linear(left.Factor + right.Factor, left.Constant + right.Constant);
            case '-':
                return new Linear(left.Factor - right.Factor, left.Constant - right.Constant);
            case '*' when left.IsKnown:
                return new Linear(left.Constant * right.Factor, left.Constant * right.Constant);
            case '*' when right.IsKnown:
                return new Linear(left.Factor * right.Constant, left.Constant * right.Constant);
            case '/' when left.IsKnown && right.IsKnown:
                if (Holds(Condition.AtLeast(right.Constant, 1))) return new Linear(0, left.Constant / right.Constant);
                Wrong($"'{operation}' divides by {right.Constant}");
                return null;
            default:
                return null;
        }
    }

    /// <summary>What depends on the size of the batch is not asked: a batch may have any.</summary>
    private bool Holds(Condition condition) =>
        (condition.Answer != Answer.Open || condition.Symbols.All(symbol => symbol.Kind != SymbolKind.Batch)) && holds(condition);

    private bool Wrong(string fault)
    {
        Fault = fault;
        return false;
    }

    private static string Count(int axes) => axes == 1 ? "1 axis" : $"{axes} axes";

    /// <summary><c>Factor * x + Constant</c> of a name <c>x</c> that has no size yet.</summary>
    private sealed record Linear(Dim Factor, Dim Constant)
    {
        public bool IsKnown => Factor.Value == 0;
    }
}
