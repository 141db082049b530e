using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The other half of a model with errors: base class, constructor and <c>forward</c> bind, so that a mistake in the wiring is one diagnostic, and not an error at
/// every use of the class. It never runs, since the project does not build.
/// </summary>
internal static class SkeletonEmitter
{
    public static string Emit(Graph graph)
    {
        Declaration declaration = graph.Declaration;
        var signature = new Signature(graph);
        bool hasBase = declaration.Type.Form == TypeForm.Suitable;
        return ModelShell.Write(
            declaration.Type,
            ["<summary>This model has errors: see the diagnostics at its fields.</summary>"],
            hasBase ? $"{signature.Base}, {TorchNames.IModel}" : "",
            writer => WriteMembers(writer, graph, signature, hasBase));
    }

    private static void WriteMembers(SourceWriter writer, Graph graph, Signature signature, bool hasBase)
    {
        string name = ModelShell.PlainName(graph.Declaration.Type);
        string thrown = $"throw new global::System.InvalidOperationException(\"The model {name} was built with errors.\")";
        var taken = new HashSet<string>(graph.Declaration.MemberNames);
        string chained = hasBase ? $" : base(\"{name}\")" : "";
        writer.Line($"public {graph.Declaration.Type.Name}({TorchNames.Device}? device = null, {TorchNames.ScalarType}? dtype = null){chained}");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        RecordEmitter.WriteRecords(writer, signature, taken);
        if (taken.Add("forward"))
        {
            writer.Line($"public {(hasBase ? "override " : "")}{signature.Result} forward({signature.Parameters}) => {thrown};");
            if (!signature.TakesRecord) writer.Line($"public Outputs forward(Inputs inputs) => {thrown};");
        }

        if (taken.Add("Graph")) writer.Line($"public {TorchNames.Inspection}.ModelGraph Graph => {thrown};");
        if (taken.Add("Summary")) writer.Line($"public string Summary() => {thrown};");
        if (taken.Add("GetLayer")) writer.Line($"public {TorchNames.Module} GetLayer(string name) => {thrown};");

        // Any field may have been meant as a layer with a module.
        foreach (FieldDeclaration field in graph.Declaration.Fields)
        {
            string property = Identifiers.ToPascalCase(field.Name);
            if (field.Role is not (FieldRole.Input or FieldRole.Value) && taken.Add(property)) writer.Line($"public dynamic {property} => {thrown};");
        }
    }
}
