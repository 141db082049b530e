using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A weight that is a node itself, the same for every example: <c>N shape</c>. A view, in which all examples are the same memory.</summary>
internal sealed class FreeWeight : LayerKind
{
    public override string Name => "Weight";

    public override int FewestInputs => 0;

    public override int MostInputs => 0;

    public override IEnumerable<string> MainArguments(Layer layer) => Sizes(layer).Select(size => size.ToString());

    public override void Check(ArgumentCheck check) => check.AllPositive("shape", "at least 1 in every axis", _ => false);

    public override TensorType? Infer(Application application) => new(new Shape(Sizes(application.Layer).Prepend(Dim.Batch)), ElementType.Float32);

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) => [new Weight("", Sizes(layer).ToEquatableArray())];

    public override TorchModule TorchModule(Layer layer) =>
        Torch.TorchModule.Parameter($"global::GraphGen.Runtime.FreeWeight.Make({Code.Array(Sizes(layer))}, device, dtype)");

    public override Sharing Sharing => Sharing.Strided;

    public override FormattableString TorchForward(TorchCode code)
    {
        string sizes = string.Concat(Sizes(code.Layer).Select(_ => ", -1"));
        return $"{code.Module}.expand(new long[] {{ {code.ModelInput}.size(0){sizes} }})";
    }

    private static IReadOnlyList<Dim> Sizes(Layer layer) => layer.Arguments.Dims("shape");
}
