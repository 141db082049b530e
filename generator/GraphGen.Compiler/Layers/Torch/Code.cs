using System.Globalization;
using System.Runtime.CompilerServices;
using GraphGen.Compiler.Reading;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>Values as C# literals.</summary>
internal static class Code
{
    public const string Functional = "global::TorchSharp.torch.nn.functional";

    public static string Write(bool value) => value ? "true" : "false";

    public static string Write(long value) => value is >= int.MinValue and <= int.MaxValue
        ? value.ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Write(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsInfinity(value)) return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.All(c => c is '-' || char.IsDigit(c)) ? digits + ".0" : digits;
    }

    /// <summary>A string literal of ASCII characters alone.</summary>
    public static string Write(string text) =>
        $"\"{string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? $"{c}" : $"\\u{(int)c:X4}"))}\"";

    /// <summary>A dimension: its symbols are variables of <c>forward</c>, and arguments of the constructor, by their own names.</summary>
    public static string Write(Dim dim) => dim.Accept(DimCode.Instance).Text;

    /// <summary>A dimension that is no number, as a variable or argument.</summary>
    public static string Name(DimSymbol symbol) => Keywords.Escape(symbol.Name);

    /// <summary>A dimension as an operand.</summary>
    public static string WriteOperand(Dim dim) => dim.Accept(DimCode.Instance).Within(DimText.Binding.Name);

    /// <summary>A weight of a module.</summary>
    public static string Parameter(string module, string name) => $"{module}.get_parameter(\"{name}\")!";

    /// <summary>A tuple where there are several, as TorchSharp's factories take sizes by axis.</summary>
    public static string Tuple(IReadOnlyList<Dim> sizes) => sizes.Count == 1 ? Write(sizes[0]) : $"({string.Join(", ", sizes.Select(Write))})";

    public static string Array(IEnumerable<long> items) => $"new long[] {{ {string.Join(", ", items.Select(Write))} }}";

    public static string Array(IEnumerable<Dim> items) => $"new long[] {{ {string.Join(", ", items.Select(Write))} }}";

    /// <summary>Variables, separated by commas.</summary>
    public static FormattableString List(IReadOnlyList<Variable> variables) => Join(variables, "", "");

    /// <summary>A tuple of several expressions, or the only one.</summary>
    public static FormattableString Tuple(IReadOnlyList<FormattableString> items) => items.Count == 1 ? items[0] : Join(items, "(", ")");

    private static FormattableString Join(IEnumerable<object> items, string start, string end) =>
        FormattableStringFactory.Create(start + string.Join(", ", items.Select((_, i) => $"{{{i}}}")) + end, [.. items]);
}
