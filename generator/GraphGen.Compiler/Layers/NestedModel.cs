using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Another model as a layer: <c>Use&lt;Encoder&gt;()</c>. What it takes and makes is what its own inputs and outputs say.</summary>
internal sealed class NestedModel(ModelReference model, ModelSignature signature) : LayerKind
{
    public override string Name => model.Name;

    public override int FewestInputs => signature.Inputs.Count;

    public override int MostInputs => signature.Inputs.Count;

    public override bool CountsAtRunTime => signature.ParameterCount is null;

    public override bool IsModel => true;

    public override bool MakesPartsOnly => signature.Outputs.Count > 1;

    /// <summary>The names of its outputs, in the order of declaration.</summary>
    public IReadOnlyList<string> Outputs => [.. signature.Outputs.Select(output => output.Name)];

    public override IEnumerable<string> MainArguments(Layer layer) => Given(layer.Arguments).Select(given => $"{given.Key}: {given.Value}");

    public override void Check(ArgumentCheck check)
    {
        if (!check.Arguments.Has("parameters")) return;
        if (check.Arguments.Raw("parameters") is not ObjectValue given)
        {
            check.Report(Rules.WrongInputs, check.Arguments.Site("parameters", check.Layer.Site), $"The parameters of '{Name}' are given by name, as in 'new {{ width = 64 }}'");
            return;
        }

        foreach (ObjectMember member in given.Members)
        {
            if (signature.Parameters.All(parameter => parameter.Symbol.Name != member.Name))
                check.Report(Rules.WrongInputs, member.Site, $"'{Name}' has no parameter '{member.Name}': {Known}");
            else if (member.Value is not (IntegerValue or DimValue))
                check.Report(Rules.WrongInputs, member.Site, $"The parameter '{member.Name}' of '{Name}' takes a size, an int or a Dim");
        }
    }

    public override TensorType? Infer(Application application) =>
        !signature.IsBroken && FitsInputs(application) && Bind(application) is { } binding ? binding.Of(signature.Outputs[0].Type!) : null;

    public override IReadOnlyList<TensorType> InferParts(Application application)
    {
        if (!MakesPartsOnly) return [];
        SignatureBinding binding = BindingOf(application.Layer, application.Inputs);
        return [.. signature.Outputs.Select(output => binding.Of(output.Type!))];
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        SignatureBinding binding = BindingOf(layer, inputs);
        if (signature is not { ParameterCount: { } parameters, BufferCount: { } buffers, FrozenCount: { } frozen }) yield break;
        yield return new Weight("weights", binding.Of(parameters - frozen));
        yield return new Weight("frozen weights", binding.Of(frozen)) { IsFrozen = true };
        yield return Weight.Buffer("buffers", binding.Of(buffers));
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        signature.MultiplyAdds is { } own ? BindingOf(layer, inputs).Of(own) : null;

    public override TorchModule TorchModule(Layer layer)
    {
        SignatureBinding binding = BindingOf(layer, layer.BuiltFor!);
        IEnumerable<string> parameters = signature.Parameters.Select(parameter => parameter.Symbol)
            .Where(symbol => !binding.IsDefaulted(symbol))
            .Select(symbol => $"{Code.Name(symbol)}: {Code.Write(binding[symbol])}");
        return new TorchModule(model.Type, $"new {model.Type}({string.Join(", ", parameters.Concat(["device: device", "dtype: dtype"]))})") { Accessibility = model.Accessibility };
    }

    public override FormattableString TorchForward(TorchCode code) => signature.Inputs.Count > ModelSignature.MostInputs
        ? $"{code.Module}.call(new {model.Type}.Inputs({Code.List(code.Inputs)}))"
        : (FormattableString)$"{code.Module}.call({Code.List(code.Inputs)})";

    private static Dictionary<string, Dim> Given(LayerArguments arguments)
    {
        var given = new Dictionary<string, Dim>();
        if (!arguments.Has("parameters") || arguments.Raw("parameters") is not ObjectValue members) return given;
        foreach (ObjectMember member in members.Members)
        {
            if (member.Value is DimValue dim) given[member.Name] = dim.Dim;
            else if (member.Value is IntegerValue number) given[member.Name] = number.Number;
        }

        return given;
    }

    private string Known => signature.Parameters.Any() ? $"it has {string.Join(", ", signature.Parameters.Select(parameter => $"'{parameter.Symbol.Name}'"))}" : "it has none";

    private SignatureBinding BindingOf(Layer layer, IReadOnlyList<TensorType> inputs) => new(signature, Given(layer.Arguments), inputs);

    private bool FitsInputs(Application application)
    {
        for (int i = 0; i < signature.Inputs.Count; i++)
        {
            TensorType declared = signature.Inputs[i].Type!;
            TensorType actual = application.Inputs[i];
            string expected = $"'{application.Name}' ({Name}) takes {declared} as '{signature.Inputs[i].Name}'";
            if (declared.Shape.Rank != actual.Shape.Rank)
            {
                application.Refuse(Rules.Rank, expected, $"{application.DescribeInput(i)} has {actual.Shape.Rank} axes", "'Reshape(...)' before it");
                return false;
            }

            if (declared.Element != actual.Element)
            {
                application.Refuse(Rules.ElementType, expected, $"{application.DescribeInput(i)} has {actual.Element}", $"'Cast(DType.{declared.Element})' before it");
                return false;
            }
        }

        return true;
    }

    private SignatureBinding? Bind(Application application)
    {
        SignatureBinding binding = BindingOf(application.Layer, application.Inputs);
        if (binding.Missing.Count > 0)
        {
            string parameter = binding.Missing[0].Name;
            application.Report(
                Rules.WrongInputs, $"The parameter '{parameter}' of '{Name}' is neither given nor to be seen from what '{application.Name}' applies it to: write 'Use<{Name}>(new {{ {parameter} = ... }})'");
            return null;
        }

        return HasSizes(application, binding) && HasValues(application, binding) && HasSameParameters(application, binding) && MeetsGuards(application, binding) ? binding : null;
    }

    /// <summary>Whether each axis has the size that was declared.</summary>
    private bool HasSizes(Application application, SignatureBinding binding)
    {
        for (int i = 0; i < signature.Inputs.Count; i++)
        {
            Shape declared = signature.Inputs[i].Type!.Shape;
            Shape actual = application.Inputs[i].Shape;
            for (int axis = 1; axis < declared.Rank; axis++)
            {
                Dim size = binding.Of(declared[axis]);
                string expected = $"'{application.Name}' ({Name}) takes {declared} as '{signature.Inputs[i].Name}'";
                if (application.Holds(Condition.Equal(actual[axis], size), $"{expected}, and is applied to {application.DescribeInput(i)}")) continue;
                string meaning = size == declared[axis] ? "" : $", where {declared[axis]} is {size}";
                application.Refuse(Rules.Disagreement, expected + meaning, $"axis {axis} of {application.DescribeInput(i)} is {actual[axis]}", "an input of that shape, or another parameter");
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each dimension has a value that it takes.</summary>
    private bool HasValues(Application application, SignatureBinding binding)
    {
        foreach (DimSymbol symbol in signature.Symbols.Select(symbol => symbol.Symbol))
        {
            Dim value = binding[symbol];
            if (symbol.Kind == SymbolKind.Parameter && value.Symbols.FirstOrDefault(inner => inner.Kind != SymbolKind.Parameter) is { } dynamic)
            {
                application.Refuse(
                    Rules.DynamicWeights,
                    $"the parameter '{symbol.Name}' of '{application.Name}' ({Name}) is fixed when the model is constructed",
                    $"it would be {value}, and {dynamic.Name} is another for each call",
                    "a fixed size, or 'Dim.Parameter'");
                return false;
            }

            string reason = $"'{application.Name}' ({Name}) takes {symbol.Name} {symbol.DescribeValues()}";
            if (application.Holds(Condition.AtLeast(value, symbol.Min), reason) &&
                (symbol.Max is not { } max || application.Holds(Condition.AtLeast(max, value), reason)) &&
                application.Holds(Condition.Divides(symbol.MultipleOf, value), reason))
            {
                continue;
            }

            application.ReportAt(
                SiteOf(application.Arguments, symbol.Name), Rules.ArgumentOutOfRange, symbol.Name, value.ToString(), symbol.DescribeValues());
            return false;
        }

        return true;
    }

    /// <summary>Whether a shared model has the parameters that its first application gave it.</summary>
    private bool HasSameParameters(Application application, SignatureBinding binding)
    {
        if (application.Layer.BuiltFor is not { } inputs) return true;
        SignatureBinding built = BindingOf(application.Layer, inputs);
        if (signature.Parameters.Select(parameter => parameter.Symbol).FirstOrDefault(symbol => built[symbol] != binding[symbol]) is not { } other) return true;
        application.Refuse(
            Rules.SharedWeights,
            $"'{application.Layer.Name}' ({Name}) is shared, and its {other.Name} is {built[other]} since '{application.Layer.BuiltAt!.Name}' applied it to {string.Join(" and ", inputs)}",
            $"'{application.Name}' applies it to {string.Join(" and ", application.Inputs)}, which needs {binding[other]}",
            "inputs of equal size, or a model of its own for each");
        return false;
    }

    /// <summary>What the nested model asks of its dimensions, which is now refuted, proven, or open still.</summary>
    private bool MeetsGuards(Application application, SignatureBinding binding)
    {
        foreach (Guard guard in signature.Guards)
        {
            Condition condition = binding.Of(guard.Condition);
            if (application.Holds(condition, $"'{application.Name}' ({Name}) is a model in which {guard.Reason}")) continue;
            application.Refuse(
                Rules.Disagreement,
                $"'{application.Name}' ({Name}) is a model in which {guard.Reason}, so that {guard.Condition}",
                $"here {condition} does not hold",
                "other parameters, or inputs of another shape");
            return false;
        }

        return true;
    }

    private static Site? SiteOf(LayerArguments arguments, string parameter) =>
        arguments.Has("parameters") && arguments.Raw("parameters") is ObjectValue given && given.Members.FirstOrDefault(member => member.Name == parameter) is { } found ? found.Site : null;
}
