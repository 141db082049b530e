using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>Makes the graph of a declaration: evaluates its fields, finds cycles and what is not connected, and asks for every shape.</summary>
internal static class Linker
{
    /// <param name="declaration">The model.</param>
    /// <param name="library">The models that it may nest.</param>
    public static Graph Link(Declaration declaration, ModelLibrary library)
    {
        var problems = new List<Problem>(declaration.Problems);
        var fields = new FieldGraph(declaration);
        BaseCheck.Report(declaration, problems);
        NameCheck.Report(declaration, problems);
        NestingCheck.Report(declaration, library, problems);

        var interpreter = new Interpreter(declaration, library, problems);
        HashSet<string> inCycle = [.. fields.Cycles.SelectMany(cycle => cycle).Select(field => field.Name)];
        foreach (FieldDeclaration field in fields.Order) interpreter.Define(field, isCyclic: inCycle.Contains(field.Name));

        Connections.Report(declaration, fields, interpreter.Holes, problems);
        ShapeCheck.Report(interpreter.Nodes, problems);
        AttributeCheck.Report(declaration, interpreter, [.. interpreter.Holes, .. inCycle], problems);
        GraphOutput[] outputs = [.. declaration.Fields.Where(field => field.Role == FieldRole.Output).Select(field => new GraphOutput(field.Name, interpreter.NodeOf(field)))];
        IEnumerable<GraphOutput> taps =
            from field in declaration.Fields
            where field.IsTapped
            let node = interpreter.FindNode(field)
            where node is not null
            select new GraphOutput(field.Name, node);
        IReadOnlyList<Node> inputs = [.. declaration.Fields.Where(field => field.Role == FieldRole.Input).Select(interpreter.NodeOf)];
        SymbolCheck.Report(declaration, inputs, interpreter.Parameters, problems);
        var graph = new Graph(declaration, inputs, outputs, interpreter.Nodes, interpreter.Parameters, problems) { Taps = [.. taps] };
        HelperConnections.Report(graph, interpreter.Holes, problems);
        return graph;
    }
}
