using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer that reads a sequence step by step: <c>N T F -> N units</c>, or every step's result, <c>N T units</c>.</summary>
/// <remarks>
/// Its state lies in memory as torch has it, <c>L N units</c> for each of its tensors: the layers, of two directions each one of both, and only then the batch.
/// </remarks>
internal abstract class RecurrentLayer : LayerKind
{
    private const string Recurrence = "global::GraphGen.Runtime.Recurrence";

    /// <summary>What torch calls the weights of each direction, behind the number of the layer.</summary>
    private static readonly string[] s_directions = ["", "_reverse"];

    /// <summary>How many vectors of the size of the state each step computes from its weights.</summary>
    protected abstract int Gates { get; }

    /// <summary>The class of the TorchSharp module, and its factory.</summary>
    protected virtual string Torch => Name;

    public sealed override int MostInputs => 1 + States.Count;

    /// <summary>What a state is made of.</summary>
    protected virtual IReadOnlyList<string> States => ["hidden"];

    public sealed override IReadOnlyList<string> StateNames(Layer layer) => States;

    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("units").ToString()];

    public override void Check(ArgumentCheck check)
    {
        check.Positive("units");
        check.AtLeast("layers", 1);
        check.Rate("dropout");
    }

    public sealed override TensorType? Infer(Application application) => Infer(application, application.Arguments, directions: 1);

    public sealed override IReadOnlyList<TensorType> InferParts(Application application) => InferParts(application, application.Arguments, directions: 1);

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) => Weights(layer.Arguments, inputs[0], directions: 1);

    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => MultiplyAdds(layer.Arguments, inputs[0], directions: 1);

    public sealed override TorchModule TorchModule(Layer layer) => TorchModule(layer, layer.BuiltFor![0], directions: 1);

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        bool isReversed = code.Arguments.Truth("reverse");
        bool isSequence = code.Arguments.Truth("returnSequences");
        Variable input = isReversed ? code.Step("reversed", $"{code.Input}.flip(1)") : code.Input;
        FormattableString result = Read(code.Module, input, InitialState(code, code.Arguments, directions: 1), isSequence, code.NeedsParts);
        return isReversed && isSequence ? $"{code.StepWithParts("sequence", result)}.flip(1)" : result;
    }

    /// <summary>The type of the result where so many directions are joined; null once a problem is reported.</summary>
    /// <param name="application">The application, whose layer may be one that wraps this one.</param>
    /// <param name="arguments">The arguments of this one.</param>
    /// <param name="directions">1, or 2 for both.</param>
    internal static TensorType? Infer(Application application, LayerArguments arguments, int directions)
    {
        if (!application.HasRank(3, 3, "N T F", "'Reshape(T, F)' before it: steps, and features a step") || !application.HasModelType()) return null;
        if (!BeginsWithState(application, arguments, directions)) return null;
        Shape shape = application.Input.Shape;
        Dim units = arguments.Dim("units") * directions;
        Shape result = arguments.Truth("returnSequences") ? shape.With(2, units) : shape.Without(2).With(1, units);
        return application.Input with { Shape = result };
    }

    /// <summary>The types of the tensors of the state.</summary>
    internal IReadOnlyList<TensorType> InferParts(Application application, LayerArguments arguments, int directions) =>
        [.. States.Select(_ => application.Input with { Shape = StateShape(application, arguments, directions) })];

    internal IEnumerable<Weight> Weights(LayerArguments arguments, TensorType input, int directions)
    {
        Dim units = arguments.Dim("units");
        Dim rows = units * Gates;
        for (long i = 0; i < arguments.Integer("layers"); i++)
        {
            Dim columns = i == 0 ? input.Shape[2] : units * directions;
            foreach (string suffix in s_directions.Take(directions))
            {
                yield return new Weight($"weight_ih_l{i}{suffix}", rows, columns);
                yield return new Weight($"weight_hh_l{i}{suffix}", rows, units);
                yield return new Weight($"bias_ih_l{i}{suffix}", rows);
                yield return new Weight($"bias_hh_l{i}{suffix}", rows);
            }
        }
    }

    /// <summary>Each step multiplies with all matrices; what the gates do to the state is element by element.</summary>
    internal Dim MultiplyAdds(LayerArguments arguments, TensorType input, int directions) =>
        Weight.Sum(Weights(arguments, input, directions).Where(weight => weight.IsKernel)) * input.Shape[1];

    internal TorchModule TorchModule(Layer layer, TensorType input, int directions)
    {
        long layers = layer.Arguments.Integer("layers");
        double dropout = layer.Arguments.Real("dropout");
        IEnumerable<string> arguments =
        [
            Code.Write(input.Shape[2]),
            Code.Write(layer.Arguments.Dim("units")),
            .. layers > 1 ? [$"numLayers: {Code.Write(layers)}"] : Array.Empty<string>(),
            .. OwnTorchArguments(layer),
            "batchFirst: true",

            // Nothing is dropped behind the last layer, and libtorch warns where there is no other.
            .. layers > 1 && dropout > 0 ? [$"dropout: {Code.Write(dropout)}"] : Array.Empty<string>(),
            .. directions > 1 ? ["bidirectional: true"] : Array.Empty<string>(),
        ];
        return new(Torch, Torch, string.Join(", ", arguments));
    }

    /// <summary>The tensors of the state to begin with: what the application was given, or zeros.</summary>
    internal IReadOnlyList<Variable> InitialState(TorchCode code, LayerArguments arguments, int directions)
    {
        if (code.Inputs.Count > 1) return [.. code.Inputs.Skip(1)];
        long layers = arguments.Integer("layers") * directions;
        Variable zeros = code.Step("zeros", $"{Recurrence}.Zeros({code.Input}, layers: {Code.Write(layers)}, units: {Code.Write(arguments.Dim("units"))})");
        return [.. States.Select(_ => zeros)];
    }

    /// <summary>The call of a module: for the result, and with its state for a tuple of result and state.</summary>
    /// <param name="module">The property that holds it.</param>
    /// <param name="input">The sequence.</param>
    /// <param name="state">The tensors of the state to begin with.</param>
    /// <param name="isSequence">Whether the result has every step.</param>
    /// <param name="withState">Whether the state at the end is wanted too.</param>
    internal static FormattableString Read(string module, Variable input, IReadOnlyList<Variable> state, bool isSequence, bool withState)
    {
        FormattableString begin = Code.Tuple([.. state.Select(part => (FormattableString)$"{part}")]);
        if (isSequence) return withState ? $"{module}.call({input}, {begin})" : (FormattableString)$"{Recurrence}.Sequence({module}, {input}, {begin})";
        return $"{Recurrence}.Last{(withState ? "WithState" : "")}({module}, {input}, {begin})";
    }

    protected virtual IEnumerable<string> OwnTorchArguments(Layer layer) => [];

    private static Shape StateShape(Application application, LayerArguments arguments, int directions) =>
        new([arguments.Integer("layers") * directions, application.Input.Shape[0], arguments.Dim("units")]);

    private static bool BeginsWithState(Application application, LayerArguments arguments, int directions)
    {
        if (application.Inputs.Count == 1) return true;
        Shape expected = StateShape(application, arguments, directions);
        Shape given = application.Inputs[1].Shape;
        string reason = $"'{application.Name}' ({application.Layer.Kind.Name}) begins with a state of {expected}, layers by batch by units";
        if (given.Axes.Zip(expected.Axes, Condition.Equal).All(condition => application.Holds(condition, $"{reason}, and is given {application.DescribeInput(1)}"))) return true;
        application.Refuse(
            Rules.Disagreement, reason, $"{application.DescribeInput(1)} is handed to it", "as many layers and units as the layer that leaves the state");
        return false;
    }
}
