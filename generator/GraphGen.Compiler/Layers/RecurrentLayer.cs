using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer that reads a sequence step by step: <c>N T F -> N units</c>, or every step's result, <c>N T units</c>.</summary>
internal abstract class RecurrentLayer : LayerKind
{
    private const string Recurrence = "global::GraphGen.Runtime.Recurrence";

    /// <summary>How many vectors of the size of the state each step computes from its weights.</summary>
    protected abstract int Gates { get; }

    /// <summary>The class of the TorchSharp module, and its factory.</summary>
    protected virtual string Torch => Name;

    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("units").ToString()];

    public override void Check(ArgumentCheck check)
    {
        check.Positive("units");
        check.AtLeast("layers", 1);
        check.Rate("dropout");
    }

    public sealed override TensorType? Infer(Application application)
    {
        if (!application.HasRank(3, 3, "N T F", "'Reshape(T, F)' before it: steps, and features a step") || !application.HasModelType()) return null;
        Shape shape = application.Input.Shape;
        Dim units = application.Arguments.Dim("units");
        Shape result = application.Arguments.Truth("returnSequences") ? shape.With(2, units) : shape.Without(2).With(1, units);
        return application.Input with { Shape = result };
    }

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim units = layer.Arguments.Dim("units");
        Dim rows = units * Gates;
        for (long i = 0; i < layer.Arguments.Integer("layers"); i++)
        {
            yield return new Weight($"weight_ih_l{i}", rows, i == 0 ? inputs[0].Shape[2] : units);
            yield return new Weight($"weight_hh_l{i}", rows, units);
            yield return new Weight($"bias_ih_l{i}", rows);
            yield return new Weight($"bias_hh_l{i}", rows);
        }
    }

    public sealed override TorchModule TorchModule(Layer layer)
    {
        long layers = layer.Arguments.Integer("layers");
        double dropout = layer.Arguments.Real("dropout");
        IEnumerable<string> arguments =
        [
            Code.Write(layer.BuiltFor![0].Shape[2]),
            Code.Write(layer.Arguments.Dim("units")),
            .. layers > 1 ? [$"numLayers: {Code.Write(layers)}"] : Array.Empty<string>(),
            .. OwnTorchArguments(layer),
            "batchFirst: true",

            // Nothing is dropped behind the last layer, and libtorch warns where there is no other.
            .. layers > 1 && dropout > 0 ? [$"dropout: {Code.Write(dropout)}"] : Array.Empty<string>(),
        ];
        return new(Torch, Torch, string.Join(", ", arguments));
    }

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        bool isReversed = code.Arguments.Truth("reverse");
        Variable input = isReversed ? code.Step("reversed", $"{code.Input}.flip(1)") : code.Input;
        string state = $"layers: {Code.Write(code.Arguments.Integer("layers"))}, units: {Code.Write(code.Arguments.Dim("units"))}";
        if (!code.Arguments.Truth("returnSequences")) return $"{Recurrence}.Last({code.Module}, {input}, {state})";
        FormattableString sequence = $"{Recurrence}.Sequence({code.Module}, {input}, {state})";
        return isReversed ? $"{code.Step("sequence", sequence)}.flip(1)" : sequence;
    }

    protected virtual IEnumerable<string> OwnTorchArguments(Layer layer) => [];
}
