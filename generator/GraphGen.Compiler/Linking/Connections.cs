using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>Cycles, inputs and outputs that are missing or not connected, dead layers, and layers that are never applied.</summary>
internal static class Connections
{
    public static void Report(Declaration declaration, FieldGraph fields, List<Problem> problems)
    {
        foreach (IReadOnlyList<FieldDeclaration> cycle in fields.Cycles) problems.Add(Cycle(cycle));

        string[] inputs = [.. Names(declaration, FieldRole.Input)];
        string[] outputs = [.. Names(declaration, FieldRole.Output)];
        if (inputs.Length == 0 || outputs.Length == 0)
        {
            string missing = inputs.Length > 0 ? "output" : outputs.Length > 0 ? "input" : "input and no output";
            problems.Add(new Problem(Rules.NoInputOrOutput, declaration.Site, ShortName(declaration), missing));
        }

        // What a hole in the wiring would have been connected to is not known.
        string[] holes = [.. declaration.Fields.Where(field => HasHole(field.Initializer)).Select(field => field.Name)];
        string[] cyclic = [.. fields.Cycles.SelectMany(cycle => cycle).Select(field => field.Name)];
        if (outputs.Length > 0 && holes.Length == 0) ReportUnreached(declaration, fields, fields.ReachedFrom(outputs.Concat(cyclic)), problems);
        if (inputs.Length > 0) ReportDisconnectedOutputs(declaration, fields.FedBy(inputs.Concat(holes).Concat(cyclic)), problems);
    }

    private static Problem Cycle(IReadOnlyList<FieldDeclaration> cycle)
    {
        string walk = string.Join(" -> ", cycle.Append(cycle[0]).Select(field => field.Name));
        return new Problem(Rules.Cycle, cycle[0].Site, walk).WithRelated(cycle.Skip(1).Select(field => field.Site));
    }

    private static void ReportUnreached(Declaration declaration, FieldGraph fields, HashSet<string> reached, List<Problem> problems)
    {
        HashSet<string> referenced = [.. declaration.Fields.SelectMany(field => fields.ReferencesOf(field.Name))];
        string[] lost = [.. Names(declaration, FieldRole.Input).Where(name => !reached.Contains(name))];
        HashSet<string> fedByLost = fields.FedBy(lost);
        HashSet<string> fedByOthers = fields.FedBy(Names(declaration, FieldRole.Input).Except(lost));
        foreach (FieldDeclaration field in declaration.Fields.Where(field => !reached.Contains(field.Name)))
        {
            switch (field.Role)
            {
                case FieldRole.Input:
                    FieldDeclaration[] ends = [.. declaration.Fields.Where(end => end.Role == FieldRole.Node && !referenced.Contains(end.Name) && fields.FedBy([field.Name]).Contains(end.Name))];
                    string way = ends.Length == 0 ? "nothing reads it" : $"the way ends at {string.Join(", ", ends.Select(end => $"'{end.Name}'"))}";
                    problems.Add(new Problem(Rules.DisconnectedInput, field.Site, field.Name, way).WithRelated(ends.Select(end => end.Site)));
                    break;

                // Its feeders are dead because it is, and what only a lost input feeds is dead because that is lost.
                case FieldRole.Node when !referenced.Contains(field.Name) && (fedByOthers.Contains(field.Name) || !fedByLost.Contains(field.Name)):
                    problems.Add(new Problem(Rules.DeadLayer, field.Site, field.Name));
                    break;
                case FieldRole.Layer when !referenced.Contains(field.Name):
                    problems.Add(new Problem(Rules.NeverApplied, field.Site, field.Name));
                    break;
            }
        }
    }

    private static void ReportDisconnectedOutputs(Declaration declaration, HashSet<string> fed, List<Problem> problems)
    {
        foreach (FieldDeclaration field in declaration.Fields.Where(field => field.Role == FieldRole.Output && !fed.Contains(field.Name)))
            problems.Add(new Problem(Rules.DisconnectedOutput, field.Site, field.Name));
    }

    private static IEnumerable<string> Names(Declaration declaration, FieldRole role) =>
        declaration.Fields.Where(field => field.Role == role).Select(field => field.Name);

    private static string ShortName(Declaration declaration) => declaration.Type.Name.TrimStart('@');

    /// <summary>Whether a node or layer is missing; an unknown number is no hole in the wiring.</summary>
    private static bool HasHole(Expression expression) => expression switch
    {
        UnknownExpression => true,
        LayerExpression => false,
        _ => expression.Children.Any(HasHole),
    };
}
