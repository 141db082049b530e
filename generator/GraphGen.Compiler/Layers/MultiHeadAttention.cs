using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Attention of several heads, each of projections of its own, and a projection of what they give: <c>N T F -> N T F</c>.</summary>
internal sealed class MultiHeadAttention : AttentionLayer
{
    public override bool ResultMayBeOverwritten => true;

    protected override int MostAxes => 3;

    protected override bool ComparesFeatures => false;

    public override IEnumerable<string> MainArguments(Layer layer)
    {
        yield return layer.Arguments.Dim("heads").ToString();
        if (layer.Arguments.Has("keyDim")) yield return $"keyDim: {layer.Arguments.Dim("keyDim")}";
    }

    public override void Check(ArgumentCheck check)
    {
        check.Positive("heads");
        if (check.Arguments.Has("keyDim")) check.Positive("keyDim");
        check.Rate("dropout");
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        (Dim query, Dim value, Dim key) = Features(inputs);
        Dim width = Width(layer, query);
        if (query == value && query == key)
        {
            yield return new Weight("in_proj_weight", width * 3, query);
        }
        else
        {
            yield return new Weight("q_proj_weight", width, query);
            yield return new Weight("k_proj_weight", width, key);
            yield return new Weight("v_proj_weight", width, value);
        }

        yield return new Weight("in_proj_bias", width * 3);
        yield return new Weight("out_proj.weight", query, width);
        yield return new Weight("out_proj.bias", query);
    }

    /// <summary>Those of the four projections, and those of the scores and means of all heads together.</summary>
    /// <inheritdoc/>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result)
    {
        (Dim query, Dim value, Dim key) = Features(inputs);
        Dim width = Width(layer, query);
        Dim positions = PositionsOf(inputs[0]);
        Dim keys = PositionsOf(Key(inputs));
        return (width * ((positions * query * 2) + (keys * (key + value)))) + (positions * keys * width * 2);
    }

    public override TorchModule TorchModule(Layer layer)
    {
        (Dim query, Dim value, Dim key) = Features(layer.BuiltFor!);
        Dim heads = layer.Arguments.Dim("heads");
        Dim keyDim = layer.Arguments.Has("keyDim") ? layer.Arguments.Dim("keyDim") : query / heads;
        IEnumerable<string> arguments =
        [
            .. new[] { query, value, key }.Select(Code.Write),
            $"heads: {Code.Write(heads)}",
            $"keyDim: {Code.Write(keyDim)}",
            $"dropout: {Code.Write(layer.Arguments.Real("dropout"))}",
            $"causal: {Code.Write(layer.Arguments.Truth("causal"))}",
        ];
        return Torch.TorchModule.Own(Name, string.Join(", ", arguments));
    }

    protected override TensorType? Result(Application application)
    {
        if (application.Arguments.Has("keyDim")) return application.Input;
        Dim heads = application.Arguments.Dim("heads");
        Dim features = FeaturesOf(application.Input);
        string reason = $"'{application.Name}' ({Name}) divides the features of {application.DescribeInput(0)} among {heads} heads";
        return application.Holds(Condition.Divides(heads, features), reason)
            ? application.Input
            : application.RefuseArgument("heads", Rules.NotDivisible, reason, $"{features} is no multiple of {heads}", "a number of heads that divides it, or 'keyDim', the features of one head");
    }

    private static (Dim Query, Dim Value, Dim Key) Features(IReadOnlyList<TensorType> inputs) => (FeaturesOf(inputs[0]), FeaturesOf(Value(inputs)), FeaturesOf(Key(inputs)));

    /// <summary>The features of all heads.</summary>
    private static Dim Width(Layer layer, Dim features) => layer.Arguments.Has("keyDim") ? layer.Arguments.Dim("heads") * layer.Arguments.Dim("keyDim") : features;
}
