using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>The values that a dimension takes, as C#.</summary>
internal static class RangeCode
{
    /// <summary>What is true of a value that it does not take.</summary>
    public static string Violation(DimSymbol symbol)
    {
        string name = Code.Name(symbol);
        var faults = new List<string> { $"{name} < {Code.Write(symbol.Min)}" };
        if (symbol.Max is { } max) faults.Add($"{name} > {Code.Write(max)}");
        if (symbol.MultipleOf > 1) faults.Add($"{name} % {Code.Write(symbol.MultipleOf)} != 0");
        return string.Join(" || ", faults);
    }
}
