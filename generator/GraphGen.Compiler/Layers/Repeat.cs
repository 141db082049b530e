using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Copies of a layer, each with weights of its own, one after another.</summary>
internal sealed class Repeat : LayerKind
{
    private const int MostLayers = 1_000;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        [Code.Write(layer.Arguments.Integer("count")), .. Copies(layer).Take(1).Select(copy => copy.Kind.Describe(copy))];

    public override void Check(ArgumentCheck check)
    {
        if (!check.Arguments.Has("layer"))
        {
            check.Refuse("layer", "null", "a layer");
            return;
        }

        long most = MostLayers / check.Arguments.Layer("layer")!.WithInner.Count();
        long count = check.Arguments.Integer("count");
        if (count < 1 || count > most) check.Refuse("count", Code.Write(count), $"from 1 to {most}");
    }

    /// <summary>The arguments with so many copies in place of the layer.</summary>
    public static LayerArguments Expand(LayerArguments arguments, Site site)
    {
        Layer template = arguments.Layer("layer")!;
        var expanded = new Dictionary<string, (Value, Site)> { ["count"] = (arguments.Raw("count"), arguments.Site("count", site)) };
        for (int i = 0; i < arguments.Integer("count"); i++) expanded[Code.Write(i)] = (new LayerValue(template.Copy()), arguments.Site("layer", site));
        return new LayerArguments(expanded);
    }

    /// <summary>The layers that the list of modules holds, each with its key in it: the copies by their numbers, and what is registered beside them.</summary>
    public static IEnumerable<(string Key, Layer Layer)> Parts(Layer layer) =>
        Copies(layer).SelectMany((copy, i) => WithInner(copy, Code.Write(i)));

    public override TensorType? Infer(Application application)
    {
        TensorType? type = application.Input;
        foreach (Layer copy in Copies(application.Layer))
        {
            type = application.Apply(copy, type);
            if (type is null) return null;
        }

        return type;
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result)
    {
        TensorType type = inputs[0];
        Dim? sum = Dim.Zero;
        foreach (Layer copy in Copies(layer))
        {
            TensorType next = TorchCode.TypeOf(copy, type);
            sum = copy.MultiplyAdds([type], next) is { } own && sum is not null ? sum + own : null;
            type = next;
        }

        return sum;
    }

    public override FormattableString TorchForward(TorchCode code)
    {
        Variable variable = code.Input;
        TensorType type = code.InputType;
        Layer[] copies = [.. Copies(code.Layer)];
        FormattableString result = $"{variable}";
        for (int i = 0; i < copies.Length; i++)
        {
            if (i > 0) variable = code.Step(Code.Write(i), result);
            TensorType next = TorchCode.TypeOf(copies[i], type);
            result = copies[i].Kind.TorchForward(code.Of(copies[i], variable, type, next));
            type = next;
        }

        return result;
    }

    private static IEnumerable<Layer> Copies(Layer layer) => layer.Arguments.Layers;

    private static IEnumerable<(string Key, Layer Layer)> WithInner(Layer layer, string key) =>
        (layer.Kind is Repeat ? [] : layer.Inner.SelectMany(inner => WithInner(inner, layer.Kind.LendsName ? key : $"{key}_{inner.Kind.SnakeName}"))).Prepend((key, layer));
}
