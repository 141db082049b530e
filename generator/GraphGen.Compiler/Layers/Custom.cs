using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A module of the user's, made by the constructor that C# chooses for the arguments.</summary>
internal sealed class Custom : OwnCodeLayer
{
    private const string Place = "global::GraphGen.Runtime.OwnCode.Place";

    public override bool CountsAtRunTime => true;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        [.. base.MainArguments(layer), .. Given(layer).Select(value => value is TypedValue { Value: DimValue dim } ? dim.Dim.ToString() : TypedCode.Write(value))];

    public override void Check(ArgumentCheck check)
    {
        foreach (Value value in check.Arguments.Items("arguments"))
        {
            if (TypedCode.Overflow(value) is { } overflow) check.Refuse("arguments", Code.Write(overflow.Number), $"within the range of '{overflow.Type}'");
        }
    }

    public override TorchModule TorchModule(Layer layer)
    {
        LayerArguments arguments = layer.Arguments;
        string type = arguments.Text("module");
        IEnumerable<string> given = Given(layer).Select(TypedCode.Write);
        string name = $"name: {Code.Write(layer.Name)}";
        given = arguments.Text("namePlace") switch
        {
            "first" => given.Prepend(name),
            "last" => given.Append(name),
            _ => given,
        };
        bool takesDevice = arguments.Truth("takesDevice"), takesType = arguments.Truth("takesType");
        if (takesDevice) given = given.Append("device: device");
        if (takesType) given = given.Append("dtype: dtype");
        string creation = $"new {type}({string.Join(", ", given)})";
        if (!takesDevice || !takesType) creation = $"({type}){Place}({creation}, {(takesDevice ? "null" : "device")}, {(takesType ? "null" : "dtype")})";
        return new TorchModule(type, creation) { Accessibility = arguments.Text("accessibility") };
    }

    protected override bool Accepts(Application application)
    {
        if (Given(application.Layer).SelectMany(TypedCode.Symbols).FirstOrDefault(symbol => symbol.Kind != SymbolKind.Parameter) is not { } symbol) return true;
        application.RefuseArgument(
            "arguments",
            Rules.DynamicWeights,
            $"{Subject(application)} is constructed with the model",
            $"{symbol.Name} is another for each call",
            "a fixed size, or 'Dim.Parameter'");
        return false;
    }

    protected override string Callee(TorchCode code) => $"{code.Module}.call";

    /// <summary>The integers among the arguments of the constructor, by their parameters' names, those that are left out included.</summary>
    protected override IReadOnlyDictionary<string, Dim> Sizes(Layer layer)
    {
        var sizes = new Dictionary<string, Dim>();
        IEnumerable<string> names = layer.Arguments.Items("parameters").Select(name => ((TextValue)name).Text);
        foreach ((string name, Value value) in names.Zip(Given(layer).Concat(layer.Arguments.Items("defaults")), (name, value) => (name, value)))
        {
            if (value is not TypedValue typed) continue;
            if (typed.Value is IntegerValue integer) sizes[name] = integer.Number;
            else if (typed.Value is DimValue dim) sizes[name] = dim.Dim;
        }

        return sizes;
    }

    private static IReadOnlyList<Value> Given(Layer layer) => layer.Arguments.Items("arguments");
}
