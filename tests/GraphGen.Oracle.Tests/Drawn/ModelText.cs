using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace GraphGen.Oracle.Tests;

/// <summary>A drawn model as a user would write it, one field a line.</summary>
internal sealed class ModelText
{
    /// <summary>What stands between the name of a model and the number of one that it nests.</summary>
    public const string PartSuffix = "_Part";

    /// <summary>How many lines stand above a model and not above one that it nests.</summary>
    private const int Usings = 2;

    private readonly Dictionary<DrawnNode, int> _lines = [];
    private readonly Dictionary<DrawnLayer, int> _layerLines = [];
    private readonly List<(DrawnModel Model, int First, int End)> _parts = [];
    private readonly List<string> _text;
    private readonly DrawnModel _model;

    public ModelText(DrawnModel model, string name)
    {
        (_model, Name) = (model, name);
        foreach ((int i, DrawnPart part) in model.Parts.Index()) part.Name = $"{name}{PartSuffix}{i}";
        _text = ["using GraphGen;", "using static GraphGen.Layers;", "", "[Model]", $"public partial class {name}", "{"];
        foreach (DrawnNode input in model.Inputs) Field("Input", input.Name, InputText(input), input);
        foreach (DrawnLayer layer in model.AllLayers.Where(layer => layer.Field is not null))
        {
            _layerLines[layer] = _text.Count;
            Field(FieldType(layer.Kind), layer.Field!, MakeText(layer));
        }

        IEnumerable<DrawnNode> nodes = model.Nodes.Where(node => !node.IsInput && !IsNested(node));
        foreach (DrawnNode node in model.IsReversed ? nodes.Reverse() : nodes) Field("Node", node.Name, ApplicationText(node), node);
        for (int i = 0; i < model.Outputs.Count; i++) Field("Output", $"y{i}", model.Outputs[i].Name);
        _text.Add("}");

        // A smaller model than the one drawn may have fewer dimensions; behind all else they change no line.
        string fields = string.Join("\n", _text);
        foreach (DrawnSymbol symbol in model.Symbols.Where(symbol => symbol.IsParameter || Regex.IsMatch(fields, $@"\b{symbol.Name}\b"))) _text.Insert(_text.Count - 1, $"    static readonly Dim {symbol.Name} = {symbol.Text};");
        foreach (DrawnPart part in model.Parts)
        {
            var inner = new ModelText(part.Model, part.Name);
            int first = _text.Count;
            _text.AddRange(inner._text.Skip(Usings));
            _parts.Add((part.Model, first, _text.Count));
            _parts.AddRange(inner._parts.Select(deeper => (deeper.Model, deeper.First + first - Usings, deeper.End + first - Usings)));
        }
    }

    public string Name { get; }

    public override string ToString() => string.Join("\n", _text) + "\n";

    /// <summary>The lines that a node is written in, counted from 0: its own, and that of its layer's field.</summary>
    public IEnumerable<int> LinesOf(DrawnNode node) => node.Layer is { Field: not null } layer ? [_lines[node], _layerLines[layer]] : [_lines[node]];

    /// <summary>The nested models that a line belongs to.</summary>
    public IEnumerable<DrawnModel> PartsAt(int line) => _parts.Where(part => part.First <= line && line < part.End).Select(part => part.Model);

    /// <summary>A node that is written within another is an output of no smaller model.</summary>
    private bool IsNested(DrawnNode node) => node.IsNested && !_model.Outputs.Contains(node);

    private void Field(string type, string name, string value, DrawnNode? node = null)
    {
        if (node is not null) Place(node);
        _text.Add($"    static readonly {type} {name} = {value};");
    }

    private void Place(DrawnNode node)
    {
        _lines[node] = _text.Count;
        foreach (DrawnNode nested in node.Inputs.Where(IsNested)) Place(nested);
    }

    private static string InputText(DrawnNode input)
    {
        IEnumerable<string> sizes = input.Shape.Select(size => size.Text);
        return $"Input({string.Join(", ", input.Element is { } element ? sizes.Prepend($"DType.{element}") : sizes)})";
    }

    private string ApplicationText(DrawnNode node)
    {
        if (node.Layer!.Kind.Write is { } write) return write(node, ReadText);
        string[] inputs = [.. node.Inputs.Select(ReadText)];
        return IsFunction(node.Layer.Kind) ? FunctionText(node.Layer, inputs) : $"{UseText(node.Layer)}({string.Join(", ", inputs)})";
    }

    private string ReadText(DrawnNode node) => !IsNested(node) ? node.Name
        : node.Layer!.Kind.Write is null ? ApplicationText(node)
        : $"({ApplicationText(node)})";

    public static string UseText(DrawnLayer layer) => layer.Field ?? MakeText(layer);

    private static string MakeText(DrawnLayer layer)
    {
        if (layer.Kind.Make is { } make) return make(layer, Write);
        if (Members(layer.Kind)[0] is PropertyInfo) return layer.Kind.Name;
        ParameterInfo[] parameters = Overload(layer, nodes: 0);
        var arguments = new List<string>();
        bool isInPlace = true;
        foreach ((int i, Argument argument) in layer.Arguments.Index())
        {
            isInPlace &= i < parameters.Length && parameters[i].Name == argument.Name;
            arguments.Add(isInPlace ? Write(argument.Value!) : $"{argument.Name}: {Write(argument.Value!)}");
        }

        return $"{layer.Kind.Name}({string.Join(", ", arguments)})";
    }

    private static string FunctionText(DrawnLayer layer, string[] inputs)
    {
        var arguments = new List<string>();
        int read = 0;
        bool isNamed = false;
        foreach (ParameterInfo parameter in Overload(layer, inputs.Length))
        {
            if (parameter.ParameterType == typeof(Node)) arguments.Add(inputs[read++]);
            else if (parameter.ParameterType == typeof(Node[])) arguments.AddRange(inputs[read..]);
            else if (layer[parameter.Name!] is { } value) arguments.Add(isNamed ? $"{parameter.Name}: {Write(value)}" : Write(value));
            else isNamed = true;
        }

        return $"{layer.Kind.Name}({string.Join(", ", arguments)})";
    }

    private static string FieldType(Kind kind) =>
        Members(kind)[0] is MethodInfo method && method.ReturnType != typeof(Layer) ? method.ReturnType.Name : nameof(Layer);

    private static bool IsFunction(Kind kind) => Members(kind)[0] is MethodInfo method && method.ReturnType == typeof(Node);

    private static MemberInfo[] Members(Kind kind) => typeof(Layers).GetMember(kind.Name);

    /// <summary>The parameters of the method that takes all given arguments, and so many nodes.</summary>
    private static ParameterInfo[] Overload(DrawnLayer layer, int nodes) => Members(layer.Kind).Cast<MethodInfo>()
        .Select(method => method.GetParameters())
        .Where(parameters => parameters.Any(parameter => parameter.ParameterType == typeof(Node[])) || parameters.Count(parameter => parameter.ParameterType == typeof(Node)) == nodes)
        .Where(parameters => layer.Arguments.All(argument => parameters.Any(parameter => parameter.Name == argument.Name)))
        .OrderBy(parameters => parameters.Length)
        .First();

    private static string Write(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        double number => number.ToString(number == Math.Floor(number) ? "F1" : "R", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        Quantity quantity => quantity.Text,
        long[] tuple => $"({string.Join(", ", tuple)})",
        long[][] ends => $"({string.Join(", ", ends.Select(Write))})",
        Many many => string.Join(", ", many.Values.Select(Write)),
        DrawnLayer layer => UseText(layer),
        _ => value.ToString()!,
    };
}
