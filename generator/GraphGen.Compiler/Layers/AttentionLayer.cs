using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>
/// Each position of a query, <c>N ... T F</c>, gets a mean of the values, <c>N ... S V</c>, weighted by how it fits their keys: <c>N ... T V</c>. The inputs
/// are query, value, key and mask; a value that is left out is the query, and a key the value.
/// </summary>
internal abstract class AttentionLayer : LayerKind
{
    private const int Mask = 3;

    public sealed override int MostInputs => Mask + 1;

    /// <summary>The greatest number of axes of its inputs.</summary>
    protected virtual int MostAxes => int.MaxValue;

    /// <summary>Whether queries are compared with keys as they are, so that they must have as many features.</summary>
    protected virtual bool ComparesFeatures => true;

    public sealed override TensorType? Infer(Application application)
    {
        string layout = MostAxes == 3 ? "N T F" : "N ... T F";
        if (!application.HasRank(3, MostAxes, layout, "'Reshape(T, F)' before it: positions, and features of each") || !HaveAsManyAxes(application)) return null;
        return HaveRightElements(application) && Agree(application) && MaskFits(application) ? Result(application) : null;
    }

    /// <summary>Those of the scores and of the weighted means, as if no query were kept from any key: masked scores are computed too.</summary>
    /// <inheritdoc/>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        Pairs(inputs) * (FeaturesOf(inputs[0]) + FeaturesOf(Value(inputs)));

    public sealed override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({Code.List(code.Inputs)})";

    /// <summary>Refuses unless queries, values and keys have element types that it takes.</summary>
    protected virtual bool HaveRightElements(Application application) =>
        Enumerable.Range(0, Math.Min(application.Inputs.Count, Mask)).All(application.HasModelType);

    /// <summary>The type of the result, of inputs that agree; null once a problem is reported.</summary>
    protected virtual TensorType? Result(Application application)
    {
        Shape query = application.Input.Shape;
        return application.Input with { Shape = query.With(query.Rank - 1, FeaturesOf(Value(application.Inputs))) };
    }

    protected static TensorType Value(IReadOnlyList<TensorType> inputs) => inputs[ValueOf(inputs)];

    protected static TensorType Key(IReadOnlyList<TensorType> inputs) => inputs[KeyOf(inputs)];

    protected static Dim FeaturesOf(TensorType input) => input.Shape[input.Shape.Rank - 1];

    /// <summary>The number of queries of an example times that of keys, in all parts of it.</summary>
    protected static Dim Pairs(IReadOnlyList<TensorType> inputs) => inputs[0].Shape.WithoutLast(1).ElementsOfSample * PositionsOf(Key(inputs));

    protected static Dim PositionsOf(TensorType input) => input.Shape[input.Shape.Rank - 2];

    private static int ValueOf(IReadOnlyList<TensorType> inputs) => Math.Min(1, inputs.Count - 1);

    private static int KeyOf(IReadOnlyList<TensorType> inputs) => Math.Min(2, inputs.Count - 1);

    private bool HaveAsManyAxes(Application application)
    {
        int rank = application.Input.Shape.Rank;
        int unlike = Enumerable.Range(0, application.Inputs.Count).FirstOrDefault(i => application.Inputs[i].Shape.Rank != rank);
        if (unlike == 0) return true;
        application.Refuse(
            Rules.Rank,
            $"{Title(application)} takes inputs of as many axes each",
            $"{application.DescribeInput(0)} has {rank}, and {application.DescribeInput(unlike)} {application.Inputs[unlike].Shape.Rank}",
            unlike == Mask ? "a mask of (N, T, S)" : "'Reshape(...)' on the one with fewer");
        return false;
    }

    private bool Agree(Application application)
    {
        (int value, int key) = (ValueOf(application.Inputs), KeyOf(application.Inputs));
        int rank = application.Input.Shape.Rank;
        for (int axis = 1; axis < rank - 2; axis++)
        {
            if (!AreEqual(application, axis, value, "attends within each part of", "layers before them that make equal sizes")) return false;
            if (!AreEqual(application, axis, key, "attends within each part of", "layers before them that make equal sizes")) return false;
        }

        if (ComparesFeatures && !AreEqual(application, rank - 1, key, "compares the features of", "'Dense(...)' on one of them")) return false;
        return HavePairs(application, value, key, rank - 2);
    }

    /// <summary>Refuses unless the query and another input have the same size along an axis.</summary>
    private bool AreEqual(Application application, int axis, int other, string what, string attempt)
    {
        (Dim a, Dim b) = (application.Input.Shape[axis], application.Inputs[other].Shape[axis]);
        string reason = $"{Title(application)} {what} {application.DescribeInput(0)} and {application.DescribeInput(other)}";
        if (application.Holds(Condition.Equal(a, b), reason)) return true;
        application.Refuse(Rules.Disagreement, reason, $"axis {axis} is {a} and {b}", attempt);
        return false;
    }

    private bool HavePairs(Application application, int value, int key, int axis)
    {
        (Dim values, Dim keys) = (application.Inputs[value].Shape[axis], application.Inputs[key].Shape[axis]);
        string reason = $"{Title(application)} has a key for each value of {application.DescribeInput(value)} in {application.DescribeInput(key)}";
        if (application.Holds(Condition.Equal(values, keys), reason)) return true;
        application.Refuse(Rules.Disagreement, reason, $"there are {values} values and {keys} keys", "value and key from the same node");
        return false;
    }

    private bool MaskFits(Application application)
    {
        if (application.Inputs.Count <= Mask) return true;
        TensorType mask = application.Inputs[Mask];
        if (mask.Element != ElementType.Bool)
        {
            application.Refuse(
                Rules.ElementType, $"{Title(application)} takes a mask of Bool, true where a query may attend to", $"{application.DescribeInput(Mask)} has {mask.Element}", "'Input(DType.Bool, ...)'");
            return false;
        }

        int rank = mask.Shape.Rank;
        Shape whole = application.Input.Shape.With(rank - 1, Key(application.Inputs).Shape[rank - 2]);
        for (int axis = 1; axis < rank; axis++)
        {
            string reason = $"{Title(application)} takes a mask of {whole}, or of 1 in place of a size, and is given {application.DescribeInput(Mask)}";
            if (mask.Shape[axis].Value == 1 || application.Holds(Condition.Equal(mask.Shape[axis], whole[axis]), reason)) continue;
            application.Refuse(Rules.Disagreement, reason, $"axis {axis} is {mask.Shape[axis]} and not {whole[axis]}", $"a mask of {whole}");
            return false;
        }

        return true;
    }

    private string Title(Application application) => $"'{application.Name}' ({Name})";
}
