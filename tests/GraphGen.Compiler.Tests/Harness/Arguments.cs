extern alias language;

using System.Reflection;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>The arguments of a layer as its rule sees them, from plain values.</summary>
/// <param name="Given">
/// Names and values: <c>int</c>, <c>double</c>, <c>bool</c>, <c>string</c>, a tuple or array of integers, <see cref="Dim"/>, <see cref="Layer"/>,
/// <see cref="Rule.Same"/>, or any <see cref="Value"/>.
/// </param>
internal sealed record Arguments(params (string Name, object? Value)[] Given)
{
    /// <summary>The place of the application.</summary>
    public static readonly Site Application = new(0);

    /// <summary>The argument at a place; null for the application.</summary>
    public string? NameAt(Site site) => site == Application ? null : Given[site.Id - 1].Name;

    /// <summary>What the reader would hand on: what is not given has the declaration's default, or is left out where that is null.</summary>
    public LayerArguments Complete(string kind)
    {
        var arguments = new Dictionary<string, (Value, Site)>();
        foreach (ParameterInfo parameter in Parameters(kind).Where(parameter => parameter.HasDefaultValue && parameter.DefaultValue is not null))
            arguments[parameter.Name!] = (ToValue(parameter.DefaultValue), Application);
        for (int i = 0; i < Given.Length; i++) arguments[Given[i].Name] = (ToValue(Given[i].Value), new Site(i + 1));
        return new LayerArguments(arguments);
    }

    public override string ToString() => string.Join(", ", Given.Select(argument => $"{argument.Name}: {Write(argument.Value)}"));

    /// <summary>Those of the overload that has all given arguments; operators have none.</summary>
    private ParameterInfo[] Parameters(string kind) => typeof(language::GraphGen.Layers).GetMethods()
        .Where(method => method.Name == kind)
        .Select(method => method.GetParameters())
        .FirstOrDefault(parameters => Given.All(argument => parameters.Any(parameter => parameter.Name == argument.Name))) ?? [];

    private static Value ToValue(object? value) => value switch
    {
        null => NullValue.Instance,
        Value same => same,
        Dim dim => new DimValue(dim),
        Layer layer => new LayerValue(layer),
        bool truth => new TruthValue(truth),
        string text => new TextValue(text),
        int number => new IntegerValue(number),
        long number => new IntegerValue(number),
        double number => new RealValue(number),
        int[] numbers => new ListValue([.. numbers.Select(number => ToValue(number))]),
        long[] numbers => new ListValue([.. numbers.Select(number => ToValue(number))]),
        System.Runtime.CompilerServices.ITuple tuple => new ListValue([.. Enumerable.Range(0, tuple.Length).Select(i => ToValue(tuple[i]))]),
        Enum member => new NamedValue(member.GetType().Name, member.ToString()),
        _ => throw new ArgumentException($"No argument of a layer is a {value.GetType()}."),
    };

    private static string Write(object? value) => value switch
    {
        System.Collections.IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object>())}]",
        Layer layer => layer.Kind.Describe(layer),
        NamedValue named => named.Name,
        _ => FormattableString.Invariant($"{value ?? "null"}"),
    };
}
