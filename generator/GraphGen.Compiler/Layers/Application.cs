using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One application of a layer to inputs of known types: what a shape rule is asked about.</summary>
internal sealed class Application(Node node, Layer layer, IReadOnlyList<TensorType> inputs, List<Problem> problems)
{
    /// <summary>A petabyte of weights: beyond any memory, and so far below 2^63 that the weights of all layers can be added.</summary>
    private const long MostWeights = 1L << 48;

    public Layer Layer { get; } = layer;

    public LayerArguments Arguments => Layer.Arguments;

    public IReadOnlyList<TensorType> Inputs { get; } = inputs;

    public TensorType Input => Inputs[0];

    /// <summary>The name of the node that the application makes.</summary>
    public string Name => node.Name;

    /// <summary>Whether the layer was applied to these inputs themselves, and not by a wrapper to inputs it made.</summary>
    private bool IsDirect => ReferenceEquals(Layer, node.Layer);

    public string InputName(int input) => IsDirect ? $"'{node.Inputs[input].Name}'" : "its input";

    /// <summary>An input's name and type, as messages write it.</summary>
    public string DescribeInput(int input) => $"{InputName(input)} {Inputs[input]}";

    /// <summary>The type of the result, with the weights that it fixes; null once a problem is reported.</summary>
    public TensorType? Run()
    {
        if (Layer.IsBroken || !HaveBatch()) return null;
        node.Guards.AddRange(Layer.Guards);
        try
        {
            if (Layer.Kind.Infer(this) is not { } raw || Activate(raw) is not { } type || !HasSameWeights()) return null;
            if (IsDirect) node.Parts = Layer.Kind.InferParts(this);
            return type;
        }
        catch (OverflowException)
        {
            problems.Add(new Problem(Rules.ArgumentOutOfRange, node.Site, Name, "too large to count its elements", "below 2^63 elements"));
            return null;
        }
        catch (UnsuitableArgumentException exception)
        {
            problems.Add(new Problem(Rules.ArgumentOutOfRange, Arguments.Site(exception.Argument, node.Site), exception.Argument, "without a value", "given one"));
            Layer.IsBroken = true;
            return null;
        }
    }

    /// <summary>Applies a layer that this one wraps, within the same node.</summary>
    public TensorType? Apply(Layer inner, TensorType type) => new Application(node, inner, [type], problems).Run();

    /// <summary>Reports that the rule is broken by the application as a whole.</summary>
    /// <param name="rule">Its id.</param>
    /// <param name="expected">What the layer takes, with the layer's name: <c>'hidden' (Dense) takes ...</c>.</param>
    /// <param name="got">What it got instead.</param>
    /// <param name="attempt">What to try, as an imperative without <c>Try</c>.</param>
    public TensorType? Refuse(string rule, string expected, string got, string attempt) => RefuseAt(node.Site, rule, expected, got, attempt);

    /// <summary>Reports that the rule is broken by one of the layer's arguments.</summary>
    /// <inheritdoc cref="Refuse"/>
    public TensorType? RefuseArgument(string argument, string rule, string expected, string got, string attempt) =>
        RefuseAt(Arguments.Site(argument, node.Site), rule, expected, got, attempt);

    /// <summary>Reports a rule whose message has other parts.</summary>
    public void Report(string rule, params string[] arguments) => ReportAt(node.Site, rule, arguments);

    /// <inheritdoc cref="Report"/>
    public void ReportAt(Site? site, string rule, params string[] arguments) => problems.Add(new Problem(rule, site ?? node.Site, arguments));

    /// <summary>
    /// Whether a condition on sizes may hold: false where it is refuted, for the caller to refuse; where it is open it is checked when the model runs, and told at
    /// build (GG3011).
    /// </summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="reason">Which layer asks for it, and of what, as a sentence without its end: <c>'merge' joins 'a' (N, T) and 'b' (N, U)</c>.</param>
    public bool Holds(Condition condition, string reason)
    {
        Answer answer = condition.Answer;
        if (answer == Answer.Open) node.Guards.Add(new Guard(condition, reason));
        return answer != Answer.Refuted;
    }

    /// <summary>Refuses unless the first input has one of so many axes, the batch counted.</summary>
    public bool HasRank(int fewest, int most, string layout, string attempt)
    {
        if (Input.Shape.Rank >= fewest && Input.Shape.Rank <= most) return true;
        string count = fewest == most ? $"{fewest}" : most == int.MaxValue ? $"{fewest} or more" : $"{fewest} to {most}";
        string axes = Input.Shape.Rank == 1 ? "axis" : "axes";
        Refuse(Rules.Rank, $"'{Name}' ({Layer.Kind.Name}) takes {count} axes ({layout})", $"{DescribeInput(0)} has {Input.Shape.Rank} {axes}", attempt);
        return false;
    }

    /// <summary>Refuses unless a shared layer whose module is made for a number of axes has as many here as where it was applied first.</summary>
    public bool HasRankOfModule()
    {
        if (Layer.BuiltFor is not [var first, ..] || first.Shape.Rank == Input.Shape.Rank) return true;
        RefuseAt(
            node.Site,
            Rules.Rank,
            $"'{Layer.Name}' ({Layer.Kind.Name}) is shared, and takes {first.Shape.Rank} axes since '{Layer.BuiltAt!.Name}' applied it to {first}",
            $"{DescribeInput(0)} has {Input.Shape.Rank}",
            "inputs of as many axes, or a layer of its own for each",
            Layer.BuiltAt.Site);
        return false;
    }

    /// <summary>Refuses unless an input has the model's floating type, which the layer's weights have.</summary>
    public bool HasModelType(int input = 0)
    {
        ElementType element = Inputs[input].Element;
        if (element == ElementType.Float32) return true;
        string attempt = element.IsInteger()
            ? "'Embedding' for indices, or an input of the model's floating type: 'Input(...)' without a DType"
            : "an input of the model's floating type: 'Input(...)' without a DType, and the type as the constructor's 'dtype'";
        Refuse(Rules.ElementType, $"'{Name}' ({Layer.Kind.Name}) takes the model's floating type (Float32 unless constructed with another)", $"{DescribeInput(input)} has {element}", attempt);
        return false;
    }

    /// <summary>Refuses unless an input has one of some element types.</summary>
    public bool Takes(ElementSet elements, int input = 0)
    {
        ElementType element = Inputs[input].Element;
        if (elements.Contains(element)) return true;
        Refuse(
            Rules.ElementType,
            $"'{Name}' ({Layer.Kind.Name}) takes {elements.Describe()}",
            $"{DescribeInput(input)} has {element}",
            "an input of the model's floating type: 'Input(...)' without a DType");
        return false;
    }

    /// <summary>The axis that an argument names, counted from the front; refused where the first input has none such.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="otherwise">The axis where the argument is left out.</param>
    public int? ResolveAxis(string argument, long otherwise = 0) => ResolveAxis(argument, otherwise, input: 0, first: 0);

    /// <summary>As <see cref="ResolveAxis(string, long)"/>, refused too where it is the batch, whose examples no layer may mix.</summary>
    public int? ResolveAxisAfterBatch(string argument, long otherwise = 0, int input = 0) => ResolveAxis(argument, otherwise, input, first: 1);

    /// <summary>
    /// The position of an axis that the result has beside those of the first input, counted among its own; refused where there is none such, or where it would
    /// come before the batch.
    /// </summary>
    public int? ResolveNewAxis(string argument)
    {
        long axis = Arguments.Integer(argument);
        int rank = Input.Shape.Rank;
        long position = axis < 0 ? axis + rank + 1 : axis;
        if (position >= 1 && position <= rank) return (int)position;
        RefuseArgument(
            argument,
            Rules.Axis,
            $"'{Name}' ({Layer.Kind.Name}) makes an axis {axis}",
            position == 0 ? "axis 0 is the batch, before which no axis comes" : $"of {DescribeInput(0)} it makes {rank + 1} axes",
            rank == 1 ? "axis 1, or -1" : $"an axis from 1 to {rank}, or from {-rank} to -1");
        return null;
    }

    private int? ResolveAxis(string argument, long otherwise, int input, int first)
    {
        long axis = Arguments.OptionalInteger(argument) ?? otherwise;
        int? resolved = Inputs[input].Shape.Resolve(axis);
        if (resolved >= first) return resolved;
        int rank = Inputs[input].Shape.Rank;
        string got = resolved is null ? $"{DescribeInput(input)} has {rank} {(rank == 1 ? "axis" : "axes")}" : $"axis {axis} of {DescribeInput(input)} is the batch, whose examples no layer mixes";
        string attempt = rank > first ? $"an axis from {first} to {rank - 1}, or from {first - rank} to -1" : "'Reshape(1)' before it, which makes an axis of one number";
        RefuseArgument(argument, Rules.Axis, $"'{Name}' ({Layer.Kind.Name}) works along axis {axis}", got, attempt);
        return null;
    }

    /// <summary>Refuses a constant, which has no axes, where the layer does not work element by element.</summary>
    private bool HaveBatch()
    {
        if (Layer.Kind.TakesNumbers || Inputs.All(input => input.Shape.Rank > 0)) return true;
        int constant = Inputs.Select((input, i) => input.Shape.Rank == 0 ? i : -1).Max();
        Refuse(
            Rules.Rank,
            $"'{Name}' ({Layer.Kind.Name}) takes nodes with an axis for the batch",
            $"{InputName(constant)} is one number for all examples",
            "an operator that joins it with a node, or 'Weight(...)' for numbers that are trained");
        return false;
    }

    private TensorType? Activate(TensorType raw) => Arguments.Layer("activation") is { } activation ? Apply(activation, raw) : raw;

    private bool HasSameWeights()
    {
        Weight[] weights = [.. Layer.Kind.Weights(Layer, Inputs)];
        foreach (Weight weight in weights)
        {
            if (weight.Axes.SelectMany(axis => axis.Symbols).FirstOrDefault(symbol => symbol.Kind != SymbolKind.Parameter) is not { } symbol) continue;
            Refuse(
                Rules.DynamicWeights,
                $"'{Name}' ({Layer.Kind.Name}) has a {(weight.Name.Length > 0 ? weight.Name : "weight")} of {new Shape(weight.Axes)}, whose size is fixed when the model is constructed",
                $"{symbol.Name}{(Inputs.Count > 0 ? $" of {DescribeInput(0)}" : "")} is another for each call",
                "a global pooling before it, a fixed size, or 'Dim.Parameter'");
            return false;
        }

        if (weights.Aggregate((Dim)0, (sum, weight) => sum + weight.Count).Value is > MostWeights and var count)
        {
            problems.Add(new Problem(Rules.ArgumentOutOfRange, node.Site, Name, $"a layer of {count} weights", $"one of at most {MostWeights}"));
            return false;
        }

        if (Layer.Weights is null)
        {
            (Layer.Weights, Layer.BuiltFor, Layer.BuiltAt) = (weights, Inputs, node);
            return true;
        }

        int wrong = weights.Zip(Layer.Weights, IsSame).ToList().IndexOf(false);
        if (wrong < 0) return true;
        RefuseAt(
            node.Site,
            Rules.SharedWeights,
            $"'{Layer.Name}' ({Layer.Kind.Name}) is shared, and its {weights[wrong].Name} is {new Shape(Layer.Weights[wrong].Axes)} since '{Layer.BuiltAt!.Name}' applied it to {Layer.BuiltFor![0]}",
            $"'{Name}' applies it to {DescribeInput(0)}, which needs {new Shape(weights[wrong].Axes)}",
            "inputs of equal size, or a layer of its own for each",
            Layer.BuiltAt.Site);
        return false;
    }

    /// <summary>Whether a weight of a shared layer is as large here as where it was made; parameters may have to agree for it.</summary>
    private bool IsSame(Weight here, Weight built) => here.Axes.Count == built.Axes.Count && Enumerable.Range(0, here.Axes.Count).All(axis => Holds(
        Condition.Equal(built.Axes[axis], here.Axes[axis]),
        $"'{Layer.Name}' ({Layer.Kind.Name}) is shared by '{Layer.BuiltAt!.Name}' and '{Name}', and its {here.Name} is {new Shape(built.Axes)} for the one and {new Shape(here.Axes)} for the other"));

    private TensorType? RefuseAt(Site site, string rule, string expected, string got, string attempt, params Site[] related)
    {
        // An argument of a shared layer that is wrong for several of its inputs is one mistake.
        if (problems.Any(problem => problem.Rule == rule && problem.Site == site)) return null;
        Trace trace = Trace.To(node);
        problems.Add(new Problem(rule, site, expected, got, trace.Text, attempt).WithRelated(trace.Sites.Concat(related)));
        return null;
    }
}
