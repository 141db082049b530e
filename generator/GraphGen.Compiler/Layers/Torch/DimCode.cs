using GraphGen.Compiler.Reading;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>Writes dimensions as C#, whose division rounds toward zero.</summary>
internal sealed class DimCode : DimWriter
{
    public static new readonly DimCode Instance = new();

    public override DimText Number(long value) => base.Number(value) with { Text = Code.Write(value) };

    public override DimText Symbol(DimSymbol symbol) => base.Symbol(symbol) with { Text = Keywords.Escape(symbol.Name) };

    public override DimText Divide(DimText dividend, DimText divisor, bool isTruncation) => isTruncation
        ? base.Divide(dividend, divisor, isTruncation)
        : new DimText($"global::GraphGen.Runtime.Sizes.FloorDivide({dividend.Text}, {divisor.Text})", DimText.Binding.Name);
}
