using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1009: attributes of fields that do nothing where they stand.</summary>
internal static class AttributeCheck
{
    /// <param name="declaration">The model.</param>
    /// <param name="nodes">Its nodes, with their types.</param>
    /// <param name="unknown">The fields of which not all is known.</param>
    /// <param name="problems">Receives what is found.</param>
    public static void Report(Declaration declaration, IReadOnlyList<Node> nodes, HashSet<string> unknown, List<Problem> problems)
    {
        ILookup<string, Layer> frozen = nodes.Select(node => node.Layer).OfType<Layer>().Distinct()
            .SelectMany(layer => layer.WithInner).Distinct()
            .SelectMany(layer => layer.FrozenBy, (layer, field) => (layer, field))
            .ToLookup(pair => pair.field, pair => pair.layer);
        foreach (FieldDeclaration field in declaration.Fields.Where(field => !unknown.Contains(field.Name)))
        {
            if (field.Frozen is { } site && FaultOfFrozen(field, frozen[field.Name]) is { } fault)
                problems.Add(new Problem(Rules.NoEffect, site, "Frozen", field.Name, fault));
        }
    }

    /// <summary>Why nothing is frozen; null where something is, or may be.</summary>
    private static string? FaultOfFrozen(FieldDeclaration field, IEnumerable<Layer> layers) => field.Role switch
    {
        FieldRole.Input => "an input has no weights",
        FieldRole.Value => "it has no weights",
        FieldRole.Layer when !layers.Any() => null,
        _ when layers.All(layer => layer.Weights is { Count: 0 }) => "no layer with weights is applied in it: freeze the field whose layer has them",
        _ => null,
    };
}
