using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Reading;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>Values as C# of the types that they were declared with, so that C# chooses the same overload for them.</summary>
internal static class TypedCode
{
    private static readonly Dictionary<string, (long Least, long Greatest)> s_ranges = new(StringComparer.Ordinal)
    {
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
    };

    public static string Write(Value value) => value switch
    {
        TypedValue typed => Write(typed.Value, typed.Type),
        CodeValue code => code.Opening + string.Join(", ", code.Items.Select(Write)) + code.Closing,
        _ => throw new InvalidOperationException($"No type is known for the value {value}."),
    };

    /// <summary>The symbols of the dimensions in the value.</summary>
    public static IEnumerable<DimSymbol> Symbols(Value value) => value switch
    {
        TypedValue typed => Symbols(typed.Value),
        CodeValue code => code.Items.SelectMany(Symbols),
        ListValue list => list.Items.SelectMany(Symbols),
        DimValue dim => dim.Dim.Symbols,
        _ => [],
    };

    /// <summary>A whole number in the value that its type does not hold; null where there is none.</summary>
    public static (long Number, string Type)? Overflow(Value value) => value switch
    {
        TypedValue typed => Overflow(typed.Value, typed.Type),
        CodeValue code => code.Items.Select(Overflow).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static (long Number, string Type)? Overflow(Value value, string type) => value switch
    {
        IntegerValue { Number: var number } => Exceeds(number, type) ? (number, type) : null,
        DimValue { Dim.Value: { } number } => Exceeds(number, type) ? (number, type) : null,
        ListValue list => list.Items.Select(item => Overflow(item, ElementOf(type))).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static bool Exceeds(long number, string type) => s_ranges.TryGetValue(type.TrimEnd('?'), out (long Least, long Greatest) range) && (number < range.Least || number > range.Greatest);

    private static string Write(Value value, string type) => value switch
    {
        NullValue => $"default({type})!",
        TruthValue truth => Code.Write(truth.Truth),
        TextValue text => Code.Write(text.Text),
        IntegerValue integer => WriteNumber(integer.Number, type),
        DimValue { Dim.Value: { } number } => WriteNumber(number, type),
        DimValue dim => type == "long" ? Code.Write(dim.Dim) : $"checked(({type})({Code.Write(dim.Dim)}))",
        RealValue real => type == "double" ? Code.Write(real.Number) : $"({type})({Code.Write(real.Number)})",
        NamedValue named => $"{type.TrimEnd('?')}.{Keywords.Escape(named.Name)}",
        ListValue list => $"new {type} {{ {string.Join(", ", list.Items.Select(item => Write(item, ElementOf(type))))} }}",
        _ => Write(value),
    };

    private static string WriteNumber(long number, string type) => type switch
    {
        "int" => Code.Write(number),
        "long" => $"{number}L",
        _ => $"({type})({Code.Write(number)})",
    };

    private static string ElementOf(string array) => array.EndsWith("[]", StringComparison.Ordinal) ? array.Substring(0, array.Length - "[]".Length) : array;
}
