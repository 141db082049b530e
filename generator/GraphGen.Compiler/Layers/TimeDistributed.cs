using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer applied to every step of a sequence by itself, as to a batch of <c>N * T</c>: <c>N T ... -> N T ...</c>.</summary>
internal sealed class TimeDistributed : LayerKind
{
    public override bool LendsName => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [Wrapped(layer).Kind.Describe(Wrapped(layer))];

    public override void Check(ArgumentCheck check)
    {
        if (!check.Arguments.Has("layer")) check.Refuse("layer", "null", "a layer");
    }

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(3, int.MaxValue, "N T ...", "the layer without 'TimeDistributed', or 'Reshape(...)' before it")) return null;
        return application.Apply(Wrapped(application.Layer), StepOf(application.Input)) is { } result
            ? result with { Shape = result.Shape.Insert(1, application.Input.Shape[1]) }
            : null;
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        Wrapped(layer).MultiplyAdds([StepOf(inputs[0])], StepOf(result)) is { } step ? step * inputs[0].Shape[1] : null;

    /// <summary>A layer that treats all axes but the last alike is applied to the sequence as it is; for others the steps go through the batch.</summary>
    public override FormattableString TorchForward(TorchCode code)
    {
        Layer wrapped = Wrapped(code.Layer);
        if (IsPointwise(wrapped)) return wrapped.Kind.TorchForward(code.Of(wrapped, code.Input, code.InputType, code.Type));
        Variable steps = code.Step("steps", $"{code.Input}.flatten(0, 1)");
        TorchCode step = code.Of(wrapped, steps, StepOf(code.InputType), StepOf(code.Type));
        return $"{code.Step("distributed", wrapped.Kind.TorchForward(step))}.unflatten(0, -1, {Code.Write(code.InputType.Shape[1])})";
    }

    private static TensorType StepOf(TensorType sequence) => sequence with { Shape = sequence.Shape.Without(1) };

    private static Layer Wrapped(Layer layer) => layer.Arguments.Layer("layer")!;

    private static new bool IsPointwise(Layer layer) => layer.Kind.IsPointwise && layer.Inner.All(IsPointwise);
}
