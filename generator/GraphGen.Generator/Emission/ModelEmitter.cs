using System.Security;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Writes the module of a sound graph.</summary>
internal sealed class ModelEmitter : IModelMembers
{
    private readonly Graph _graph;
    private readonly Signature _signature;
    private readonly IReadOnlyList<Node> _nodes;
    private readonly GraphTable _table;
    private readonly Dictionary<Layer, (string Property, TorchModule Module)> _modules = [];
    private readonly Dictionary<Layer, Layer> _lists = [];
    private readonly Dictionary<Layer, string> _linearCalls = [];
    private readonly HashSet<string> _taken;
    private readonly ComputationWriter _forward;
    private readonly ComputationWriter? _features;
    private readonly TapWriter _taps;
    private readonly ParameterWriter _parameters;
    private readonly FreezeWriter _freezing;
    private readonly IReadOnlyList<Guard> _guards;
    private bool _usesModelType;
    private readonly string _name;
    private readonly string _elementType;
    private readonly GraphDescriptionWriter _description;
    private readonly TrainingMembers _training;

    public ModelEmitter(Graph graph)
    {
        _graph = graph;
        _signature = new Signature(graph);
        _nodes = graph.LiveNodes;
        _guards = graph.Guards;
        _table = new GraphTable(_nodes);
        _name = ModelShell.PlainName(graph.Declaration.Type);
        _taken = LayerProperties.TakenNames(graph.Declaration);
        _parameters = new ParameterWriter(graph.Parameters, _taken);
        Layer[] layers = [.. _table.Layers.SelectMany(layer => layer.WithInner).Distinct()];
        (Layer Layer, TorchModule Module)[] modules = [.. from layer in layers let module = layer.Kind.TorchModule(layer) where module is not null select (layer, module)];

        // Where a model is converted TorchSharp looks for a property with the key of each of its own weights, to set it.
        _taken.UnionWith(modules.Where(item => item.Module.IsParameter).Select(item => item.Layer.Key));
        foreach ((Layer layer, TorchModule module) in modules) AddModule(layer, module);
        foreach (Layer layer in layers.Where(layer => layer.Kind is Repeat).Reverse()) AddList(layer);

        _elementType = Identifiers.Take(_taken, "_elementType", "_");
        _freezing = new FreezeWriter(_name, Identifiers.Take(_taken, "WeightsOf", "_"), layers, layer => Property(layer, isParameter: false), layer => Property(layer, isParameter: true));
        string description = Identifiers.Take(_taken, "GraphDescription", "_");
        _training = new TrainingMembers(graph, Identifiers.Take(_taken, "Adapter", "_"));
        string taps = Identifiers.Take(_taken, "_taps", "_");
        _taps = new TapWriter(graph.Taps, taps);
        _forward = new ComputationWriter(graph, this, _parameters, taps);
        _features = graph.Taps.Count > 0 ? new ComputationWriter(graph.OfFeatures, this, _parameters, taps) : null;
        _description = new GraphDescriptionWriter(description, _name, _nodes, _table, _graph, _parameters, _forward.Memory, this, OwnKey);
    }

    private void AddModule(Layer layer, TorchModule module) => _modules.Add(layer, (Identifiers.Take(_taken, Identifiers.ToPascalCase(layer.Name), "Layer"), module));

    /// <summary>The modules of a repeated layer are held by a list, by which their keys stand below its own. Lists within lists come first.</summary>
    private void AddList(Layer layer)
    {
        (string Key, Layer Layer)[] parts = [.. Repeat.Parts(layer).Where(part => _modules.ContainsKey(part.Layer))];
        if (parts.Length == 0) return;
        string modules = string.Join(", ", parts.Select(part => $"({Identifiers.Quote(part.Key)}, {_modules[part.Layer].Property})"));
        string type = _modules.TryGetValue(layer.Arguments.Layers.First(), out (string Property, TorchModule Module) first) ? first.Module.Type : TorchNames.Module;
        AddModule(layer, TorchModule.Own($"LayerList<{type}>", modules, takesDevice: false) with { Accessibility = first.Module?.Accessibility ?? "public" });
        foreach ((_, Layer part) in parts) _lists[part] = layer;
    }

    /// <summary>The key by which the model itself registers a layer, or the list that holds it.</summary>
    private string OwnKey(Layer layer) => _lists.TryGetValue(layer, out Layer? list) ? OwnKey(list) : layer.Key;

    string IModelMembers.ModelType
    {
        get
        {
            _usesModelType = true;
            return _elementType;
        }
    }

    string IModelMembers.Module(Layer layer) => _modules[layer].Property;

    string IModelMembers.LinearCall(Layer layer)
    {
        if (!_linearCalls.TryGetValue(layer, out string? field))
        {
            string property = _modules[layer].Property;
            field = Identifiers.Take(_taken, $"_{char.ToLowerInvariant(property[0])}{property.Substring(1)}", "Call");
            _linearCalls.Add(layer, field);
        }

        return field;
    }

    public string Emit() => ModelShell.Write(
        _graph.Declaration,
        Documentation(),
        [SignatureAttribute.Of(_graph)],
        $"{_signature.Base}, {TorchNames.IModel}",
        writer =>
        {
            foreach (string call in _linearCalls.Values) writer.Line($"private readonly {TorchNames.LinearCall} {call};");
            _parameters.WriteFields(writer);
            _taps.WriteField(writer);
            if (HoldsModelType) writer.Line($"private {TorchNames.ScalarType} {_elementType};");
            if (HoldsModelType || _graph.Taps.Count > 0 || _linearCalls.Count > 0 || _graph.Parameters.Count > 0) writer.Line();
            WriteConstructor(writer);
            WriteProperties(writer);
            _forward.Write(writer, "Computes the outputs of a batch.", "public override", "forward", _elementType);
            if (!_signature.TakesRecord) WriteRecordForward(writer);
            if (HoldsModelType) WriteConversions(writer);
            _features?.Write(writer, "Computes the tapped tensors of a batch, which are the caller's, and not what only the outputs need.", "public", "Features", _elementType);
            _taps.WriteProperty(writer);
            if (_linearCalls.Count > 0 || _graph.Taps.Count > 0) WriteDispose(writer);
            WriteInspection(writer);
            _freezing.WriteMembers(writer);
            _training.Write(writer);
            RecordEmitter.WriteInputs(writer, _signature);
            RecordEmitter.WriteOutputs(writer, _signature);
            _description.Write(writer);
        });

    /// <summary>The property that holds a layer's module, or the weight that a layer is; null where it is not of that sort.</summary>
    private string? Property(Layer layer, bool isParameter) =>
        _modules.TryGetValue(layer, out (string Property, TorchModule Module) module) && module.Module.IsParameter == isParameter ? module.Property : null;

    private bool HoldsModelType => _usesModelType || _graph.Inputs.Any(input => input.Type!.Element == ElementType.Float32);


    private IEnumerable<string> Documentation()
    {
        // A second summary would not be shown.
        string element = _graph.Declaration.HasSummary ? "remarks" : "summary";
        yield return $"<{element}>";
        yield return $"<para>The model {SecurityElement.Escape(_name)}, generated from its fields:</para>";
        yield return "<code>";
        foreach (string line in _table.Lines(_name)) yield return SecurityElement.Escape(line);
        yield return "</code>";
        yield return $"</{element}>";
    }

    private void WriteConstructor(SourceWriter writer)
    {
        writer.Line("/// <summary>Makes the model with fresh weights.</summary>");
        _parameters.WriteDocumentation(writer);
        writer.Line("/// <param name=\"device\">Where the weights lie; TorchSharp's default device where it is null.</param>");
        writer.Line("/// <param name=\"dtype\">The floating type of the weights and of floating inputs; TorchSharp's default type where it is null.</param>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The type is no floating type{(_graph.Parameters.Count > 0 ? ", or a dimension has a value that it does not take" : "")}.</exception>");
        writer.Line($"public {_graph.Declaration.Type.Name}({ParameterWriter.Declare(_graph.Parameters)})");
        writer.Line($"    : base(global::GraphGen.Native.TorchLibrary.EnsureLoaded(\"{_name}\"))");
        writer.Line("{");
        writer.Indented(() =>
        {
            string check = $"global::GraphGen.Runtime.ModelType.Check(dtype, nameof(dtype))";
            writer.Line(HoldsModelType ? $"{_elementType} = {check};" : $"{check};");
            _parameters.WriteChecks(writer, _guards);
            foreach ((string property, TorchModule module) in _modules.Values) writer.Line($"{property} = {module.Creation};");
            foreach (KeyValuePair<Layer, (string Property, TorchModule Module)> module in _modules)
            {
                foreach (string statement in module.Key.Kind.TorchInitialization(module.Key, module.Value.Property)) writer.Line($"{statement};");
            }

            foreach (KeyValuePair<Layer, (string Property, TorchModule Module)> module in _modules.Where(module => !_lists.ContainsKey(module.Key)))
                writer.Line($"{(module.Value.Module.IsParameter ? "register_parameter" : "register_module")}({Identifiers.Quote(module.Key.Key)}, {module.Value.Property});");
            _freezing.WriteConstructor(writer);
            foreach (KeyValuePair<Layer, string> call in _linearCalls) writer.Line($"{call.Value} = new {TorchNames.LinearCall}({_modules[call.Key].Property});");
        });
        writer.Line("}");
        writer.Line();
    }

    /// <summary>TorchSharp looks for modules in fields when the model becomes a part of another module. By the key it sees that it has them already.</summary>
    private void WriteProperties(SourceWriter writer)
    {
        foreach (KeyValuePair<Layer, (string Property, TorchModule Module)> module in _modules)
        {
            writer.Line($"/// <summary>The layer {module.Key.Name}, {SecurityElement.Escape(module.Key.Kind.Describe(module.Key))}.</summary>");
            writer.Line($"[field: {TorchNames.ComponentName}(Name = {Identifiers.Quote(OwnKey(module.Key))})]");
            writer.Line($"{module.Value.Module.Accessibility} {module.Value.Module.Type} {module.Value.Property} {{ get; }}");
            writer.Line();
        }
    }

    /// <summary>By name, through <c>call</c>, so that hooks run.</summary>
    private void WriteRecordForward(SourceWriter writer)
    {
        writer.Line("/// <summary>Computes the outputs of a batch, with inputs and outputs by name.</summary>");
        writer.Line("/// <param name=\"inputs\">The inputs.</param>");
        writer.Open("public Outputs forward(Inputs inputs)");
        writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull(inputs);");
        writer.Line($"return call({string.Join(", ", RecordEmitter.Properties(_signature.Inputs).Select(property => $"inputs.{property}"))});");
        writer.Close();
        writer.Line();
    }

    private void WriteConversions(SourceWriter writer)
    {
        foreach ((string parameters, string arguments) in new[]
        {
            ($"{TorchNames.ScalarType} dtype, bool non_blocking", "dtype, non_blocking"),
            ($"{TorchNames.Device} device, {TorchNames.ScalarType} dtype, bool non_blocking", "device, dtype, non_blocking"),
        })
        {
            writer.Line("/// <inheritdoc/>");
            writer.Open($"protected override {TorchNames.Module} _to({parameters})");
            writer.Line($"base._to({arguments});");
            writer.Line($"{_elementType} = dtype;");
            writer.Line("return this;");
            writer.Close();
            writer.Line();
        }
    }

    private void WriteDispose(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override void Dispose(bool disposing)");
        writer.Open("if (disposing)");
        foreach (string call in _linearCalls.Values) writer.Line($"{call}.Dispose();");
        _taps.WriteRelease(writer);
        writer.Close();
        writer.Line();
        writer.Line("base.Dispose(disposing);");
        writer.Close();
        writer.Line();
    }

    private void WriteInspection(SourceWriter writer)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {TorchNames.Inspection}.ModelGraph Graph => {_description.Expression};");
        writer.Line();
        writer.Line("/// <summary>The table of the model's nodes: layer, what it reads, shape and parameters.</summary>");
        writer.Line($"public string Summary() => {TorchNames.Inspection}.ModelSummary.Text(this);");
        writer.Line();
        PlotMembers.Write(writer);
        writer.Line("/// <summary>The module of a layer.</summary>");
        writer.Line("/// <param name=\"name\">The layer's name.</param>");
        writer.Line($"/// <exception cref=\"{TorchNames.ArgumentOutOfRangeException}\">No layer with a module of its own has that name.</exception>");
        writer.Line($"public {TorchNames.Module} GetLayer(string name) => name switch");
        writer.Line("{");
        writer.Indented(() =>
        {
            foreach (KeyValuePair<Layer, (string Property, TorchModule Module)> module in _modules.Where(module => !module.Value.Module.IsParameter))
                writer.Line($"{Identifiers.Quote(module.Key.Name)} => {module.Value.Property},");
            writer.Line($"_ => throw new {TorchNames.ArgumentOutOfRangeException}(nameof(name), name, \"The model {_name} has no layer with a module of that name.\"),");
        });
        writer.Line("};");
        writer.Line();
    }
}
