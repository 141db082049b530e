using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Writes dimensions as the text of an interpolated string, in which parameters are replaced by their values.</summary>
internal sealed class DimTemplate : DimWriter
{
    private static readonly DimTemplate s_instance = new();

    /// <summary>A sum of products of what varies from call to call, each behind a factor that is calculated: <c>{width * width} * T + {width}</c>.</summary>
    public static string Write(Dim dim)
    {
        List<(Dim Factor, Dim Varying)> terms = [.. dim.Terms.Select(Split)];
        if (dim.Constant != 0) terms.Add((dim.Constant, Dim.One));
        return string.Join(" + ", terms.GroupBy(term => term.Varying, term => term.Factor).Select(group => Write(group.Aggregate((sum, factor) => sum + factor), group.Key)));
    }

    public override DimText Symbol(DimSymbol symbol) => symbol.Kind == SymbolKind.Parameter ? new DimText($"{{{Code.Name(symbol)}}}", DimText.Binding.Name) : base.Symbol(symbol);

    private static string Write(Dim factor, Dim varying)
    {
        string number = factor.Value is null ? $"{{({Code.Write(factor)})}}" : factor.ToString();
        if (varying == Dim.One) return number;
        DimText text = varying.Accept(s_instance);
        return factor == Dim.One ? text.Text : $"{number} * {text.Within(DimText.Binding.Product)}";
    }

    /// <summary>A summand as a product of what the parameters fix and what is left, of whole symbols where its number allows.</summary>
    private static (Dim Factor, Dim Varying) Split(DimMonomial term)
    {
        ILookup<bool, DimAtom> atoms = term.Atoms.ToLookup(atom => Dim.Of(1, [atom]).Symbols.All(symbol => symbol.Kind == SymbolKind.Parameter));
        long whole = atoms[false].OfType<SymbolAtom>().Aggregate(1L, (product, atom) => product * atom.Symbol.MultipleOf);
        if (term.Coefficient % whole != 0) whole = 1;
        return (Dim.Of(term.Coefficient / whole, atoms[true]), Dim.Of(whole, atoms[false]));
    }
}
