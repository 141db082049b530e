using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>Where the dynamic dimensions of a model come from: each is the size of an axis of an input.</summary>
/// <param name="Bindings">The first axis of each.</param>
/// <param name="Checks">The axes whose sizes follow from others.</param>
internal sealed record InputSizes(IReadOnlyList<SizeBinding> Bindings, IReadOnlyList<SizeCheck> Checks)
{
    public static InputSizes Of(IReadOnlyList<Node> inputs)
    {
        var bindings = new List<SizeBinding>();
        var checks = new List<SizeCheck>();
        var axes =
            from input in inputs
            let shape = input.Type!.Shape
            from axis in Enumerable.Range(1, shape.Rank - 1)
            let size = shape[axis]
            where size.Value is null
            select (Input: input, Axis: axis, Size: size);
        foreach ((Node input, int axis, Dim size) in axes)
        {
            if (size.Symbols.ToArray() is [{ Kind: SymbolKind.Dynamic } symbol] && size == Dim.Symbol(symbol) && bindings.All(binding => binding.Symbol != symbol))
                bindings.Add(new SizeBinding(symbol, input, axis));
            else
                checks.Add(new SizeCheck(size, input, axis));
        }

        return new InputSizes(bindings, checks);
    }
}

/// <summary>A dimension that is the size of an axis.</summary>
internal sealed record SizeBinding(DimSymbol Symbol, Node Input, int Axis);

/// <summary>An axis whose size is known once other axes, or the arguments of the constructor, are.</summary>
internal sealed record SizeCheck(Dim Size, Node Input, int Axis);
