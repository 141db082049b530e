using GraphGen.Compiler;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;

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
        _members =
        [
            .. _declaration.Fields.Select(field => field.Name),
            .. _declaration.Members.Where(member => TakenNames.IsGenerated(_declaration, member)).Select(member => member.Name),
        ];

        // A class of the user's own stays the base, whichever it is: a second one would be an error of its own. A primary constructor would call the constructor
        // of the base, and a member of the user's in place of forward would leave that of the base without a body.
        bool hidesForward = _members.Contains("forward") && !_declaration.Members.Any(member => member is { Name: "forward", IsOverride: true });
        _hasBase = !hidesForward && _declaration.Type is { Base: null, PrimaryParameters: null };
        _thrown = $"throw new global::System.InvalidOperationException(\"The model {ModelShell.PlainName(_declaration.Type)} was built with errors.\")";
    }

    public static string Emit(Graph graph) => new SkeletonEmitter(graph).Emit();

    private string Emit()
    {
        IEnumerable<string> bases = [.. _hasBase ? [_signature.Base] : Array.Empty<string>(), .. _members.Contains("Graph") ? [] : new[] { TorchNames.IModel }];
        return ModelShell.Write(
            _declaration,
            ["<summary>This model has errors: see the diagnostics at its fields.</summary>"],
            [],
            string.Join(", ", bases),
            writer =>
            {
                WriteConstructor(writer);
                WriteForward(writer);
                WriteInspection(writer);
                new TrainingMembers(_graph, Identifiers.Take([.. LayerProperties.TakenNames(_declaration)], "Adapter", "_"), _thrown).Write(writer);
                WriteLayers(writer);
            });
    }

    private void WriteConstructor(SourceWriter writer)
    {
        writer.Line("/// <summary>Throws, since the model has errors.</summary>");
        string chained = _declaration.Type.PrimaryParameters is { } count ? $" : this({string.Join(", ", Enumerable.Repeat("default!", count))})"
            : _hasBase || _base is { TakesName: true } ? $" : base(\"{ModelShell.PlainName(_declaration.Type)}\")" : "";
        Parameter[] parameters = [.. _graph.Parameters.Where(parameter => !TakenNames.OfConstructor.Contains(parameter.Symbol.Name))];
        writer.Line($"public {_declaration.Type.Name}({ParameterWriter.Declare(parameters)}){chained}");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
    }

    private void WriteForward(SourceWriter writer)
    {
        bool hasInputs = _members.Add("Inputs");
        bool hasOutputs = _members.Add("Outputs");
        if (hasInputs) RecordEmitter.WriteInputs(writer, _signature);
        if (hasOutputs) RecordEmitter.WriteOutputs(writer, _signature);
        if (!_members.Add("forward")) return;
        if (_base is null or { ModuleArguments.Count: 0 })
            WriteMember(writer, $"public {(_hasBase ? "override " : "")}{_signature.Result} forward({_signature.Parameters})");
        else
            WriteForwardOf(writer, _base.ModuleArguments);
        if (hasInputs && hasOutputs && !_signature.TakesRecord) WriteMember(writer, "public Outputs forward(Inputs inputs)");
    }

    /// <summary>What the user's base class asks for.</summary>
    private void WriteForwardOf(SourceWriter writer, EquatableArray<string> arguments)
    {
        IEnumerable<string> parameters = arguments.Take(arguments.Count - 1).Select((type, i) => $"{type} input{i + 1}");
        WriteMember(writer, $"public override {arguments[arguments.Count - 1]} forward({string.Join(", ", parameters)})");
    }

    private void WriteInspection(SourceWriter writer)
    {
        if (_members.Add("Graph")) WriteMember(writer, $"public {TorchNames.Inspection}.ModelGraph Graph");
        if (_members.Add("Summary")) WriteMember(writer, "public string Summary()");
        if (_members.Add("Plot")) WriteMember(writer, PlotMembers.Declaration);
        if (_members.Add("GetLayer")) WriteMember(writer, $"public {TorchNames.Module} GetLayer(string name)");
        if (_members.Add("Freeze")) WriteMember(writer, "public void Freeze(string name)");
        if (_members.Add("Unfreeze")) WriteMember(writer, "public void Unfreeze(string name)");
        if (!_declaration.HasTaps) return;
        if (_members.Add("Taps")) WriteMember(writer, $"public {TapWriter.Type} Taps");
        if (_members.Add("Features")) WriteMember(writer, $"public {new Signature(_graph.OfFeatures).Result} Features({_signature.Parameters})");
    }

    /// <summary>Any field may have been meant as a layer with a module.</summary>
    private void WriteLayers(SourceWriter writer)
    {
        HashSet<string> taken = [.. LayerProperties.TakenNames(_declaration), .. _members];
        HashSet<string> called = [.. _declaration.Layers.Select(layer => layer.Kind)];
        ILookup<string, Layer> layers = _graph.Nodes.Select(node => node.Layer).OfType<Layer>().SelectMany(layer => layer.Inner.Prepend(layer)).Distinct().ToLookup(layer => layer.Name);
        IEnumerable<string> ofFields = _declaration.Fields.Where(field => field.Role is not (FieldRole.Input or FieldRole.Value or FieldRole.State)).Select(field => field.Name);
        foreach (string name in ofFields.Concat(layers.Select(layer => layer.Key)).Distinct())
        {
            // A dynamic value can be called: the declaration's own calls would be taken for calls of it.
            string property = Identifiers.Take(taken, Identifiers.ToPascalCase(name), "Layer");
            string unknown = called.Contains(property) ? TorchNames.Module : "dynamic";
            WriteMember(writer, $"{ModuleOf(layers[name].FirstOrDefault()) ?? $"public {unknown}"} {property}");
        }
    }

    /// <summary>The module class of a layer with which nothing is wrong, behind its accessibility; null where it is not known.</summary>
    private static string? ModuleOf(Layer? layer) =>
        layer is { IsBroken: false, BuiltFor: not null } && layer.Kind.TorchModule(layer) is { } module ? $"{module.Accessibility} {module.Type}" : null;

    private void WriteMember(SourceWriter writer, string declaration)
    {
        writer.Line("/// <summary>Throws, since the model has errors.</summary>");
        writer.Line($"{declaration} => {_thrown};");
        writer.Line();
    }
}
