using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>
/// The values of a nested model's dimensions in terms of those of the model around it: given by name, else seen from the shapes that it is applied to, else its
/// own defaults.
/// </summary>
internal sealed class SignatureBinding
{
    private readonly Dictionary<DimSymbol, Dim> _values = [];
    private readonly HashSet<DimSymbol> _defaulted = [];

    /// <param name="signature">The nested model's signature, whose types are known.</param>
    /// <param name="given">The values that are given, by the parameters' names.</param>
    /// <param name="inputs">What it is applied to, of the number and ranks that it takes.</param>
    public SignatureBinding(ModelSignature signature, IReadOnlyDictionary<string, Dim> given, IReadOnlyList<TensorType> inputs)
    {
        foreach (Parameter parameter in signature.Parameters)
        {
            if (given.TryGetValue(parameter.Symbol.Name, out Dim? value)) _values[parameter.Symbol] = value;
        }

        (Dim Declared, Dim Actual)[] axes =
        [
            .. signature.Inputs.Zip(inputs, (input, actual) => input.Type!.Shape.Axes.Zip(actual.Shape.Axes, (declared, size) => (declared, size))).SelectMany(axis => axis),
        ];

        // Each axis that is solved may let another be.
        while (axes.Any(axis => Solve(axis.Declared, axis.Actual)))
        {
        }

        foreach (Parameter parameter in signature.Parameters.Where(parameter => parameter.Default is not null && !_values.ContainsKey(parameter.Symbol)))
        {
            _values[parameter.Symbol] = parameter.Default!.Value;
            _defaulted.Add(parameter.Symbol);
        }

        Missing = [.. signature.Symbols.Select(symbol => symbol.Symbol).Where(symbol => !_values.ContainsKey(symbol))];
    }

    /// <summary>The dimensions that have no value.</summary>
    public IReadOnlyList<DimSymbol> Missing { get; }

    public Dim this[DimSymbol symbol] => _values[symbol];

    /// <summary>Whether the value is the model's own default, which its constructor knows.</summary>
    public bool IsDefaulted(DimSymbol symbol) => _defaulted.Contains(symbol);

    /// <summary>A dimension of the nested model in terms of those of the model around it.</summary>
    public Dim Of(Dim dim) => dim.Value is null ? dim.Substitute(symbol => _values.TryGetValue(symbol, out Dim? value) ? value : null) : dim;

    /// <summary>A tensor of the nested model as the model around it sees it.</summary>
    public TensorType Of(TensorType type) => type with { Shape = new Shape(type.Shape.Axes.Select(Of)) };

    /// <summary>A question of the nested model as the model around it asks it.</summary>
    public Condition Of(Condition condition) => condition.Kind switch
    {
        ConditionKind.Equal => Condition.Equal(Of(condition.Left), Of(condition.Right)),
        ConditionKind.AtLeast => Condition.AtLeast(Of(condition.Left), Of(condition.Right)),
        _ => Condition.Divides(Of(condition.Left), Of(condition.Right)),
    };

    /// <summary>Finds the value of the one unknown dimension of an axis that grows with it by a fixed number.</summary>
    private bool Solve(Dim declared, Dim actual)
    {
        if (declared.Value is not null) return false;
        DimSymbol[] open = [.. declared.Symbols.Where(symbol => symbol.Kind != SymbolKind.Batch && !_values.ContainsKey(symbol))];
        if (open is not [var only] || LinearDim.Of(declared, only) is not { } linear) return false;
        _values[only] = (actual - Of(linear.Offset)) / linear.Slope;
        return true;
    }
}
