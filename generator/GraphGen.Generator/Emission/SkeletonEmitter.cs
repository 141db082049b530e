using GraphGen.Compiler;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The other half of a model with errors: base class, constructor, <c>forward</c> and layers bind, so that a mistake in the wiring is one diagnostic, and not an
/// error at every use of the class. It never runs, since the project does not build.
/// </summary>
internal sealed class SkeletonEmitter
{
    private readonly Graph _graph;
    private readonly Declaration _declaration;
    private readonly Signature _signature;
    private readonly BaseDeclaration? _base;
    private readonly bool _hasBase;
    private readonly HashSet<string> _members;
    private readonly string _thrown;

    private SkeletonEmitter(Graph graph)
    {
        _graph = graph;
        _declaration = graph.Declaration;
        _signature = new Signature(graph);
        _base = _declaration.Type.Base;

        // A class of the user's own stays the base, whichever it is: a second one would be an error of its own. A primary constructor calls the base's.
        _hasBase = _declaration.Type is { Base: null, PrimaryParameters: null };
        _members = [.. _declaration.MemberNames];
        _thrown = $"throw new global::System.InvalidOperationException(\"The model {ModelShell.PlainName(_declaration.Type)} was built with errors.\")";
    }

    public static string Emit(Graph graph) => new SkeletonEmitter(graph).Emit();

    private string Emit()
    {
        IEnumerable<string> bases = [.. _hasBase ? [_signature.Base] : Array.Empty<string>(), .. _members.Contains("Graph") ? [] : new[] { TorchNames.IModel }];
        return ModelShell.Write(
            _declaration.Type,
            ["<summary>This model has errors: see the diagnostics at its fields.</summary>"],
            string.Join(", ", bases),
            writer =>
            {
                WriteConstructor(writer);
                WriteForward(writer);
                WriteInspection(writer);
                WriteLayers(writer);
            });
    }

    private void WriteConstructor(SourceWriter writer)
    {
        string chained = _declaration.Type.PrimaryParameters is { } count ? $" : this({string.Join(", ", Enumerable.Repeat("default!", count))})"
            : _base is null or { TakesName: true } ? $" : base(\"{ModelShell.PlainName(_declaration.Type)}\")" : "";
        writer.Line($"public {_declaration.Type.Name}({TorchNames.Device}? device = null, {TorchNames.ScalarType}? dtype = null){chained}");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
    }

    private void WriteForward(SourceWriter writer)
    {
        bool hasRecords = !_members.Contains("Inputs") && !_members.Contains("Outputs");
        RecordEmitter.WriteRecords(writer, _signature, _members);
        if (!_members.Add("forward")) return;
        if (_base is null or { ModuleArguments.Count: 0 })
            writer.Line($"public {(_hasBase ? "override " : "")}{_signature.Result} forward({_signature.Parameters}) => {_thrown};");
        else
            WriteForwardOf(writer, _base.ModuleArguments);
        if (hasRecords && !_signature.TakesRecord) writer.Line($"public Outputs forward(Inputs inputs) => {_thrown};");
    }

    /// <summary>What the user's base class asks for.</summary>
    private void WriteForwardOf(SourceWriter writer, EquatableArray<string> arguments)
    {
        IEnumerable<string> parameters = arguments.Take(arguments.Count - 1).Select((type, i) => $"{type} input{i + 1}");
        writer.Line($"public override {arguments[arguments.Count - 1]} forward({string.Join(", ", parameters)}) => {_thrown};");
    }

    private void WriteInspection(SourceWriter writer)
    {
        if (_members.Add("Graph")) writer.Line($"public {TorchNames.Inspection}.ModelGraph Graph => {_thrown};");
        if (_members.Add("Summary")) writer.Line($"public string Summary() => {_thrown};");
        if (_members.Add("GetLayer")) writer.Line($"public {TorchNames.Module} GetLayer(string name) => {_thrown};");
    }

    /// <summary>Any field may have been meant as a layer with a module.</summary>
    private void WriteLayers(SourceWriter writer)
    {
        HashSet<string> taken = [.. LayerProperties.TakenNames(_declaration), .. _members];
        HashSet<string> called = [.. _declaration.Layers.Select(layer => layer.Kind)];
        IEnumerable<string> ofFields = _declaration.Fields.Where(field => field.Role is not (FieldRole.Input or FieldRole.Value)).Select(field => field.Name);
        IEnumerable<string> ofNodes = _graph.Nodes.Select(node => node.Layer).OfType<Layer>().SelectMany(layer => layer.Inner.Prepend(layer)).Select(layer => layer.Name);
        foreach (string name in ofFields.Concat(ofNodes).Distinct())
        {
            // A dynamic value can be called: the declaration's own calls would be taken for calls of it.
            string property = Identifiers.Take(taken, Identifiers.ToPascalCase(name), "Layer");
            writer.Line($"public {(called.Contains(property) ? TorchNames.Module : "dynamic")} {property} => {_thrown};");
        }
    }
}
