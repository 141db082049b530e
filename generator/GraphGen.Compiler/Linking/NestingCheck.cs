using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>GG2008: models that nest each other. Each cycle is told once, at the model of it whose name comes first.</summary>
internal static class NestingCheck
{
    public static void Report(Declaration declaration, ModelLibrary library, List<Problem> problems)
    {
        var told = new HashSet<string>();
        foreach (ModelExpression use in declaration.Models.OrderBy(model => model.Site.Id))
        {
            if (library.CycleThrough(declaration, use) is not { } cycle) continue;
            string[] names = [.. cycle.Select(model => model.Type.MetadataName)];
            if (names.Skip(1).Any(name => string.CompareOrdinal(name, names[0]) < 0) || !told.Add(string.Join(" ", names))) continue;
            string walk = string.Join(" -> ", cycle.Append(cycle[0]).Select(model => model.Type.Name.TrimStart('@')));
            problems.Add(new Problem(Rules.NestingCycle, use.Site, walk));
        }
    }
}
