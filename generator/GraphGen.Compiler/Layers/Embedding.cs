using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A row of its weight for each integer: <c>N ... -> N ... dimension</c>.</summary>
internal sealed class Embedding : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public override bool IsPointwise => true;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        [layer.Arguments.Dim("vocabulary").ToString(), layer.Arguments.Dim("dimension").ToString()];

    public override void Check(ArgumentCheck check)
    {
        check.Positive("vocabulary");
        check.Positive("dimension");
        if (check.Arguments.OptionalInteger("paddingIndex") is not { } index) return;
        Dim vocabulary = check.Arguments.Dim("vocabulary");
        if (index < 0 || !check.Holds(Condition.AtLeast(vocabulary, index + 1), $"Embedding takes a 'paddingIndex' of {index} below the vocabulary"))
            check.Refuse("paddingIndex", Code.Write(index), $"from 0 and below the vocabulary of {vocabulary}");
    }

    public override TensorType? Infer(Application application)
    {
        if (application.Input.Element is ElementType.Int32 or ElementType.Int64)
            return new TensorType(application.Input.Shape.Append(application.Arguments.Dim("dimension")), ElementType.Float32);
        return application.Refuse(
            Rules.ElementType,
            $"'{application.Name}' (Embedding) takes indices, of type Int64 or Int32",
            $"{application.DescribeInput(0)} has {application.Input.Element}",
            "'Input(DType.Int64, ...)' for indices, or 'Dense' for numbers");
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) =>
        [new Weight("weight", layer.Arguments.Dim("vocabulary"), layer.Arguments.Dim("dimension"))];

    public override TorchModule TorchModule(Layer layer)
    {
        string padding = layer.Arguments.OptionalInteger("paddingIndex") is { } index ? $", padding_idx: {Code.Write(index)}" : "";
        return new("Embedding", "Embedding", $"{Code.Write(layer.Arguments.Dim("vocabulary"))}, {Code.Write(layer.Arguments.Dim("dimension"))}{padding}");
    }

    public override IEnumerable<string> TorchInitialization(Layer layer, string module)
    {
        string[] filled = [.. base.TorchInitialization(layer, module)];
        return filled.Length > 0 && layer.Arguments.OptionalInteger("paddingIndex") is { } index
            ? filled.Append($"{TorchInitializer.Runtime}.ClearRow({Code.Parameter(module, "weight")}, {Code.Write(index)})")
            : filled;
    }

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
