using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>GG1009: attributes of fields that do nothing where they stand.</summary>
internal static class AttributeCheck
{
    /// <param name="declaration">The model.</param>
    /// <param name="interpreter">What its fields evaluated to, with the types of nodes.</param>
    /// <param name="unknown">The fields of which not all is known.</param>
    /// <param name="problems">Receives what is found.</param>
    public static void Report(Declaration declaration, Interpreter interpreter, HashSet<string> unknown, List<Problem> problems)
    {
        ILookup<string, Layer> frozen = interpreter.Nodes.Select(node => node.Layer).OfType<Layer>().Distinct()
            .SelectMany(layer => layer.WithInner).Distinct()
            .SelectMany(layer => layer.FrozenBy, (layer, field) => (layer, field))
            .ToLookup(pair => pair.field, pair => pair.layer);
        foreach (FieldDeclaration field in declaration.Fields.Where(field => !unknown.Contains(field.Name)))
        {
            if (field.Frozen is { } frozenAt && FaultOfFrozen(field, frozen[field.Name]) is { } nothingFrozen)
                problems.Add(new Problem(Rules.NoEffect, frozenAt, "Frozen", field.Name, nothingFrozen));
            if (field.Tap is { } tapAt && FaultOfTap(field, interpreter) is { } nothingTapped)
                problems.Add(new Problem(Rules.NoEffect, tapAt, "Tap", field.Name, nothingTapped));
        }
    }

    /// <summary>Why nothing is frozen; null where something is, or may be.</summary>
    private static string? FaultOfFrozen(FieldDeclaration field, IEnumerable<Layer> layers) => field.Role switch
    {
        FieldRole.Input => "an input has no weights",
        FieldRole.Value or FieldRole.State => "it has no weights",
        FieldRole.Layer when !layers.Any() => null,
        _ when layers.All(layer => layer.Weights is not null && !layer.HasWeights) => "no layer with weights is applied in it: freeze the field whose layer has them",
        _ => null,
    };

    /// <summary>Why no tensor is tapped; null where one is.</summary>
    private static string? FaultOfTap(FieldDeclaration field, Interpreter interpreter) => field.Role switch
    {
        FieldRole.Layer => "a layer is no tensor: tap a node that it is applied for",
        FieldRole.Value => "it is no tensor",
        _ when interpreter.FindNode(field) is null => "it stands for several tensors: tap one that is chosen from them",
        _ => null,
    };
}
