using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>Asks the rule of one kind of layer, without a declaration around it.</summary>
internal static class Rule
{
    public static readonly Value Same = new NamedValue("Padding", "Same");

    public static readonly Value Valid = new NamedValue("Padding", "Valid");

    /// <summary>A type with the model's floating type: <c>Floats(3, 8, 8)</c> is <c>N 3 8 8</c>.</summary>
    public static TensorType Floats(params long[] axes) => Of(ElementType.Float32, axes);

    public static TensorType Of(ElementType element, params long[] axes) => new(new Shape(axes.Select(axis => (Dim)axis).Prepend(Dim.Batch)), element);

    /// <summary>A layer with its arguments checked, which has a name as a field has.</summary>
    public static Layer Layer(string kind, params (string Name, object? Value)[] arguments) => Make(kind, new Arguments(arguments), []);

    /// <summary>A layer with its arguments checked, which has no name, as one that is written within another.</summary>
    public static Layer Unnamed(string kind, params (string Name, object? Value)[] arguments) => Check(kind, new Arguments(arguments), []);

    /// <summary>Checks the arguments of a layer and applies it once, to inputs called x, or x1, x2 and so on.</summary>
    public static Outcome Infer(string kind, Arguments arguments, params TensorType[] inputs)
    {
        var problems = new List<Problem>();
        Layer layer = Make(kind, arguments, problems);
        return Apply(layer, arguments, problems, inputs);
    }

    /// <summary>As <see cref="Infer(string, Arguments, TensorType[])"/>, without arguments.</summary>
    public static Outcome Infer(string kind, params TensorType[] inputs) => Infer(kind, new Arguments(), inputs);

    /// <summary>Applies one layer to several inputs, one after another: a shared layer.</summary>
    public static IReadOnlyList<Outcome> InferShared(string kind, Arguments arguments, params TensorType[] inputs)
    {
        Layer layer = Make(kind, arguments, []);
        return [.. inputs.Select(input => Apply(layer, arguments, [], input))];
    }

    private static Layer Make(string kind, Arguments arguments, List<Problem> problems)
    {
        Layer layer = Check(kind, arguments, problems);
        layer.GiveName("y", "y", name => name, key => key);
        return layer;
    }

    private static Layer Check(string kind, Arguments arguments, List<Problem> problems)
    {
        LayerKind found = LayerCatalogue.Find(kind) ?? throw new ArgumentException($"There is no layer {kind}.", nameof(kind));
        var layer = new Layer(found, arguments.Complete(kind), Arguments.Application);
        var check = new ArgumentCheck(layer, problems);
        check.InnerLayers();
        found.Check(check);
        layer.IsBroken = !check.Passed;
        return layer;
    }

    private static Outcome Apply(Layer layer, Arguments arguments, List<Problem> problems, params TensorType[] inputs)
    {
        Node MakeInput(string name, TensorType type) => new(name, null, [], Arguments.Application) { IsInput = true, Type = type };
        Node[] nodes = [.. inputs.Select((input, i) => MakeInput(inputs.Length == 1 ? "x" : $"x{i + 1}", input))];
        var node = new Node("y", layer, nodes, Arguments.Application);
        layer.Applications.Add(node);
        node.Type = new Application(node, layer, inputs, problems).Run();
        return new Outcome(node, arguments, problems);
    }
}
