using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Writes dimensions as the text of an interpolated string, in which parameters are replaced by their values.</summary>
internal sealed class DimTemplate : DimWriter
{
    public static new readonly DimTemplate Instance = new();

    public override DimText Symbol(DimSymbol symbol) => symbol.Kind == SymbolKind.Parameter ? new DimText($"{{{Code.Name(symbol)}}}", DimText.Binding.Name) : base.Symbol(symbol);
}
