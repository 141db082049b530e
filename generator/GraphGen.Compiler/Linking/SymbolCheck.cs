using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1005: a dynamic dimension that no input has, so that <c>forward</c> could not know it.</summary>
internal static class SymbolCheck
{
    public static void Report(Declaration declaration, IReadOnlyList<Node> inputs, IReadOnlyList<Parameter> symbols, List<Problem> problems)
    {
        if (declaration.IsIncomplete || inputs.Any(input => input.Type is null)) return;
        HashSet<DimSymbol> bound = [.. InputSizes.Of(inputs).Bindings.Select(binding => binding.Symbol)];
        var references = new References(declaration);
        var used = new Lazy<HashSet<string>>(() => [.. declaration.Fields.SelectMany(field => references.Of(field.Initializer))]);
        foreach (DimSymbol symbol in symbols.Select(parameter => parameter.Symbol).Where(symbol => symbol.Kind == SymbolKind.Dynamic && !bound.Contains(symbol)))
        {
            if (declaration.Fields.FirstOrDefault(field => field.Name == symbol.Name) is not { } field || !used.Value.Contains(field.Name)) continue;
            problems.Add(new Problem(
                Rules.OutsideLanguage, field.Site, $"the dimension '{symbol.Name}', which no input has", $"give an input the size '{symbol.Name}', by which 'forward' knows it"));
        }
    }
}
