using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A recurrent layer that reads a sequence both ways, with weights for each, and merges the two results: <c>N T F -> N 2·units</c>.</summary>
/// <remarks>
/// One module of torch does both, unless the wrapped layer has a name, and with it weights of its own: then these read forward, and the module of this layer
/// backward.
/// </remarks>
internal sealed class Bidirectional : LayerKind
{
    private const int Directions = 2;

    public override int MostInputs => 3;

    public override IEnumerable<string> MainArguments(Layer layer)
    {
        Layer reader = Reader(layer);
        yield return reader.Kind.Describe(reader);
        if (MergeOf(layer) != Merge.Concat) yield return MergeOf(layer).ToString();
    }

    public override void Check(ArgumentCheck check)
    {
        Layer? reader = check.Arguments.Layer("layer");
        if (reader is not { Kind: RecurrentLayer }) check.Refuse("layer", reader?.Kind.Name ?? "null", "an LSTM, GRU or SimpleRNN");
        else if (reader is { IsBroken: false } && reader.Arguments.Truth("reverse")) check.Refuse("layer", "one that reads in reverse", "one that reads forward: both ways are read");
    }

    public override IReadOnlyList<string> StateNames(Layer layer) => Reader(layer).Kind.StateNames(Reader(layer));

    public override IEnumerable<Layer> Inner(Layer layer) => layer.Arguments.Layers.Where(reader => reader.IsNamed);

    public override TensorType? Infer(Application application)
    {
        Layer reader = Reader(application.Layer);
        if (RecurrentLayer.Infer(application, reader.Arguments, Directions) is not { } both) return null;
        if (IsShared(application.Layer))
        {
            if (reader.Arguments.Integer("layers") is > 1 and var layers) return RefuseShared(application, reader, layers);
            if (application.Apply(reader, application.Input) is null) return null;
        }

        return MergeOf(application.Layer) == Merge.Concat ? both : both with { Shape = both.Shape.With(both.Shape.Rank - 1, reader.Arguments.Dim("units")) };
    }

    public override IReadOnlyList<TensorType> InferParts(Application application) =>
        KindOf(Reader(application.Layer)).InferParts(application, Reader(application.Layer).Arguments, Directions);

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) =>
        KindOf(Reader(layer)).Weights(Reader(layer).Arguments, inputs[0], OwnDirections(layer));

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        KindOf(Reader(layer)).MultiplyAdds(Reader(layer).Arguments, inputs[0], Directions);

    public override TorchModule TorchModule(Layer layer) => KindOf(Reader(layer)).TorchModule(Reader(layer), layer.BuiltFor![0], OwnDirections(layer));

    public override FormattableString TorchForward(TorchCode code) => IsShared(code.Layer) ? TorchForwardOfTwo(code) : TorchForwardOfOne(code);

    protected override Initializer? InitializerOf(Layer layer) => Reader(layer).Arguments.Initializer("initializer");

    private static FormattableString TorchForwardOfOne(TorchCode code)
    {
        Layer reader = Reader(code.Layer);
        bool isSequence = reader.Arguments.Truth("returnSequences");
        IReadOnlyList<Variable> state = KindOf(reader).InitialState(code, reader.Arguments, Directions);
        FormattableString result = RecurrentLayer.Read(code.Module, code.Input, state, isSequence, code.NeedsParts);
        if (MergeOf(code.Layer) == Merge.Concat) return result;
        Variable both = code.StepWithParts("both", result);
        string units = Code.Write(reader.Arguments.Dim("units"));
        int axis = code.Type.Shape.Rank - 1;
        Variable forward = code.Step("forward", $"{both}.narrow({axis}, 0, {units})");
        Variable backward = code.Step("backward", $"{both}.narrow({axis}, {units}, {units})");
        return MergeOf(code.Layer).Write(forward, backward, axis);
    }

    private static FormattableString TorchForwardOfTwo(TorchCode code)
    {
        Layer reader = Reader(code.Layer);
        bool isSequence = reader.Arguments.Truth("returnSequences");
        IReadOnlyList<Variable> state = KindOf(reader).InitialState(code, reader.Arguments, directions: 1);
        bool isGiven = code.Inputs.Count > 1;
        string[] names = [.. KindOf(reader).StateNames(reader)];
        IReadOnlyList<Variable> forward = Read("forward", code.Of(reader, code.Input, code.InputType, code.Type).Module, code.Input, first: 0);
        IReadOnlyList<Variable> backward = Read("backward", code.Module, code.Step("reversed", $"{code.Input}.flip(1)"), first: 1);
        Variable inOrder = isSequence ? code.Step("backward_in_order", $"{backward[0]}.flip(1)") : backward[0];
        FormattableString merged = MergeOf(code.Layer).Write(forward[0], inOrder, code.Type.Shape.Rank - 1);
        if (!code.NeedsParts) return merged;
        return Code.Tuple([merged, .. names.Select((_, i) => Merge.Concat.Write(forward[i + 1], backward[i + 1], axis: 0))]);

        IReadOnlyList<Variable> Read(string way, string module, Variable input, int first)
        {
            IReadOnlyList<Variable> begin = isGiven ? [.. state.Select((part, i) => code.Step($"{way}_initial_{names[i]}", $"{part}.narrow(0, {first}, 1)"))] : state;
            FormattableString read = RecurrentLayer.Read(module, input, begin, isSequence, code.NeedsParts);
            return code.Steps(read, [way, .. code.NeedsParts ? names.Select(name => $"{way}_{name}") : []]);
        }
    }

    private static TensorType? RefuseShared(Application application, Layer reader, long layers) => application.Refuse(
        Rules.SharedWeights,
        $"'{application.Name}' (Bidirectional) reads both ways, and behind its first layer what both give",
        $"the shared '{reader.Name}' has {layers} layers, of which the further ones read one way alone",
        $"a layer of its own within 'Bidirectional(...)', or one layer in '{reader.Name}'");

    private static Layer Reader(Layer layer) => layer.Arguments.Layer("layer")!;

    private static RecurrentLayer KindOf(Layer reader) => (RecurrentLayer)reader.Kind;

    private static Merge MergeOf(Layer layer) => Merges.Parse(layer.Arguments.Named("merge"));

    /// <summary>Whether the wrapped layer has a name, and with it weights, of its own.</summary>
    private static bool IsShared(Layer layer) => Reader(layer).IsNamed;

    /// <summary>The directions that the layer's own module reads.</summary>
    private static int OwnDirections(Layer layer) => IsShared(layer) ? 1 : Directions;
}
