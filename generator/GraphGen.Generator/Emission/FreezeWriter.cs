using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>Prints what freezes layers: those of the declaration in the constructor, and any by its name later on.</summary>
internal sealed class FreezeWriter
{
    private const string Runtime = "global::GraphGen.Runtime.Freezing";

    private readonly string _model;
    private readonly string _find;
    private readonly (string Name, string[] Modules)[] _layers;
    private readonly string[] _frozen;
    private readonly (string Name, string Property)[] _weights;
    private readonly string[] _frozenWeights;

    /// <param name="model">The model's name.</param>
    /// <param name="find">The name of the method that finds the modules of a layer.</param>
    /// <param name="layers">All layers of the model, those within others too.</param>
    /// <param name="property">The property that holds a layer's module; null where it has none.</param>
    /// <param name="weight">The property that holds a layer that is a weight itself; null for others.</param>
    public FreezeWriter(string model, string find, IReadOnlyList<Layer> layers, Func<Layer, string?> property, Func<Layer, string?> weight)
    {
        (_model, _find) = (model, find);
        string[] Modules(IEnumerable<Layer> of) => [.. of.Where(layer => layer.HasWeights).Select(property).OfType<string>().Distinct()];

        // A wrapper lends its name to the layer in it.
        _layers =
        [
            .. from layer in layers
               group layer by layer.Name into named
               let modules = Modules(named.SelectMany(layer => layer.WithInner))
               where modules.Length > 0
               select (named.Key, modules),
        ];
        _frozen = Modules(layers.Where(layer => layer.IsFrozen));
        _weights = [.. from layer in layers let held = weight(layer) where held is not null select (layer.Name, held)];
        _frozenWeights = [.. layers.Where(layer => layer.IsFrozen).Select(weight).OfType<string>()];
    }

    public void WriteConstructor(SourceWriter writer)
    {
        if (_frozen.Length > 0) writer.Line($"{Runtime}.Freeze({string.Join(", ", _frozen)});");
        foreach (string weight in _frozenWeights) writer.Line($"{Runtime}.Freeze({weight});");
    }

    public void WriteMembers(SourceWriter writer)
    {
        WriteMember(writer, "Keeps a layer from being trained, with the layers in it: its weights have no gradient, and running statistics stay as they are.", "Freeze", "");
        WriteMember(writer, "Trains a layer again, with the layers in it.", "Unfreeze", "training, ");
        writer.Line($"private {TorchNames.Module}[] {_find}(string name) => name switch");
        writer.Line("{");
        writer.Indented(() =>
        {
            foreach ((string name, string[] modules) in _layers) writer.Line($"{Identifiers.Quote(name)} => new {TorchNames.Module}[] {{ {string.Join(", ", modules)} }},");
            writer.Line($"_ => throw new {TorchNames.ArgumentOutOfRangeException}(nameof(name), name, \"The model {_model} has no layer with weights of that name.\"),");
        });
        writer.Line("};");
        writer.Line();
    }

    private void WriteMember(SourceWriter writer, string summary, string method, string arguments)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("/// <param name=\"name\">The layer's name.</param>");
        writer.Line($"/// <exception cref=\"{TorchNames.ArgumentOutOfRangeException}\">No layer with weights has that name.</exception>");
        if (_weights.Length == 0)
        {
            writer.Line($"public void {method}(string name) => {Runtime}.{method}({arguments}{_find}(name));");
        }
        else
        {
            writer.Open($"public void {method}(string name)");
            writer.Line("switch (name)");
            writer.Line("{");
            writer.Indented(() =>
            {
                foreach ((string name, string weight) in _weights) writer.Line($"case {Identifiers.Quote(name)}: {Runtime}.{method}({weight}); break;");
                writer.Line($"default: {Runtime}.{method}({arguments}{_find}(name)); break;");
            });
            writer.Line("}");
            writer.Close();
        }

        writer.Line();
    }
}
