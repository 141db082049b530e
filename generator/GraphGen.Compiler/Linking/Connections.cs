using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>Cycles, inputs and outputs that are missing or not connected, dead layers, and layers that are never applied.</summary>
internal static class Connections
{
    /// <param name="declaration">The model.</param>
    /// <param name="fields">Its wiring.</param>
    /// <param name="holes">The fields in which a node or layer is missing.</param>
    /// <param name="problems">Receives what is found.</param>
    public static void Report(Declaration declaration, FieldGraph fields, HashSet<string> holes, List<Problem> problems)
    {
        problems.AddRange(fields.Cycles.Select(Cycle));

        // One wrong reference makes a cycle, or a hole, and takes what it should have named from its reader: what is not connected then follows from it.
        if (declaration.IsIncomplete) return;
        string[] inputs = [.. Names(declaration, FieldRole.Input)];
        string[] outputs = [.. Names(declaration, FieldRole.Output)];
        IEnumerable<string> tapped = declaration.Fields.Where(field => field.IsTapped).Select(field => field.Name);
        if (inputs.Length == 0 || outputs.Length == 0)
        {
            string missing = inputs.Length > 0 ? "output" : outputs.Length > 0 ? "input" : "input and no output";
            problems.Add(new Problem(Rules.NoInputOrOutput, declaration.Site, ShortName(declaration), missing));
            return;
        }

        IEnumerable<string> cyclic = fields.Cycles.SelectMany(cycle => cycle).Select(field => field.Name);
        HashSet<string> fed = fields.FedBy([.. inputs, .. holes, .. cyclic]);
        FieldDeclaration[] unfed = [.. declaration.Fields.Where(field => field.Role == FieldRole.Output && !fed.Contains(field.Name))];
        problems.AddRange(unfed.Select(output => new Problem(Rules.DisconnectedOutput, output.Site, output.Name)));
        if (unfed.Length == 0 && holes.Count == 0 && fields.Cycles.Count == 0) ReportUnreached(declaration, fields, fields.ReachedFrom([.. outputs, .. tapped]), problems);
    }

    private static Problem Cycle(IReadOnlyList<FieldDeclaration> cycle)
    {
        string walk = string.Join(" -> ", cycle.Append(cycle[0]).Select(field => field.Name));
        return new Problem(Rules.Cycle, cycle[0].Site, walk).WithRelated(cycle.Skip(1).Select(field => field.Site));
    }

    private static void ReportUnreached(Declaration declaration, FieldGraph fields, HashSet<string> reached, List<Problem> problems)
    {
        HashSet<string> read = [.. declaration.Fields.SelectMany(field => fields.ReferencesOf(field.Name))];
        FieldDeclaration[] lost = [.. declaration.Fields.Where(field => !reached.Contains(field.Name))];
        FieldDeclaration[] ends = [.. lost.Where(field => field.Role is FieldRole.Node or FieldRole.State && !read.Contains(field.Name))];
        var explained = new HashSet<FieldDeclaration>();
        foreach (FieldDeclaration input in lost.Where(field => field.Role == FieldRole.Input))
        {
            HashSet<string> fed = fields.FedBy([input.Name]);
            FieldDeclaration[] endsOfInput = [.. ends.Where(end => fed.Contains(end.Name))];
            explained.UnionWith(endsOfInput);
            string way = endsOfInput.Length == 0 ? "nothing reads it" : $"the way ends at {string.Join(", ", endsOfInput.Select(end => $"'{end.Name}'"))}";
            problems.Add(new Problem(Rules.DisconnectedInput, input.Site, input.Name, way).WithRelated(endsOfInput.Select(end => end.Site)));
        }

        // What a dead layer reads is dead because it is.
        problems.AddRange(ends.Where(end => !explained.Contains(end)).Select(end => new Problem(Rules.DeadLayer, end.Site, end.Name)));
        problems.AddRange(lost.Where(field => field.Role == FieldRole.Layer && !read.Contains(field.Name)).Select(layer => new Problem(Rules.NeverApplied, layer.Site, layer.Name)));
    }

    private static IEnumerable<string> Names(Declaration declaration, FieldRole role) =>
        declaration.Fields.Where(field => field.Role == role).Select(field => field.Name);

    private static string ShortName(Declaration declaration) => declaration.Type.Name.TrimStart('@');
}
