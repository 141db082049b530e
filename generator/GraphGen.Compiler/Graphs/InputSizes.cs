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
        var open = axes.ToList();

        // Each dimension that is found may let another be: T of T + U, once U is known.
        while (open.Select(axis => (Axis: axis, Binding: Bind(axis.Input, axis.Axis, axis.Size))).FirstOrDefault(found => found.Binding is not null) is { Binding: { } binding } next)
        {
            bindings.Add(binding);
            open.Remove(next.Axis);
            if (!binding.IsWhole) checks.Add(new SizeCheck(next.Axis.Size, binding.Input, binding.Axis));
        }

        checks.AddRange(open.Select(axis => new SizeCheck(axis.Size, axis.Input, axis.Axis)));
        return new InputSizes(bindings, checks);

        SizeBinding? Bind(Node input, int axis, Dim size)
        {
            DimSymbol[] unknown = [.. size.Symbols.Where(symbol => symbol.Kind == SymbolKind.Dynamic && bindings.All(binding => binding.Symbol != symbol))];
            return unknown is [var only] && LinearDim.Of(size, only) is { } linear ? new SizeBinding(only, linear, input, axis) : null;
        }
    }
}

/// <summary>A dimension that is the size of an axis, or follows from it.</summary>
internal sealed record SizeBinding(DimSymbol Symbol, LinearDim Size, Node Input, int Axis)
{
    /// <summary>Whether it is the size itself.</summary>
    public bool IsWhole => Size is { Slope: 1, Offset.Value: 0 };
}

/// <summary>An axis whose size is known once other axes, or the arguments of the constructor, are.</summary>
internal sealed record SizeCheck(Dim Size, Node Input, int Axis);
