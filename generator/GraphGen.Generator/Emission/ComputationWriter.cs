using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Generator.Emission;

/// <summary>Prints a method that takes the inputs of a model and computes outputs: <c>forward</c>, or <c>Features</c> with the tapped nodes for outputs.</summary>
internal sealed class ComputationWriter
{
    private readonly Graph _graph;
    private readonly Signature _signature;
    private readonly ForwardLowering _statements;
    private readonly ParameterWriter _parameters;
    private readonly TapWriter _taps;

    /// <param name="graph">The graph with these outputs, and with the taps to be kept.</param>
    /// <param name="members">The members of the model.</param>
    /// <param name="parameters">The parameters of the model.</param>
    /// <param name="taps">The name of the field that keeps the tapped tensors.</param>
    public ComputationWriter(Graph graph, IModelMembers members, ParameterWriter parameters, string taps)
    {
        (_graph, _signature, _parameters, _taps) = (graph, new Signature(graph), parameters, new TapWriter(graph.Taps, taps));
        IReadOnlyList<Node> nodes = graph.LiveNodes;
        Node[] layout = [.. graph.Inputs.Where(input => graph.Declaration.ChannelsLast && ChannelsLast.IsWorthIt(input, nodes))];
        _statements = new ForwardLowering(graph, nodes, layout, members);
        Memory = new MemoryMap(nodes, layout, _statements);
    }

    /// <summary>Which of the tensors have memory of their own.</summary>
    public MemoryMap Memory { get; }

    /// <param name="writer">The writer.</param>
    /// <param name="summary">What the method does.</param>
    /// <param name="modifiers">Its modifiers.</param>
    /// <param name="name">Its name.</param>
    /// <param name="modelType">The expression for the floating type that the model has now.</param>
    public void Write(SourceWriter writer, string summary, string modifiers, string name, string modelType)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        if (_signature.TakesRecord)
        {
            writer.Line($"/// <param name=\"{_signature.Record}\">The inputs by name.</param>");
        }
        else
        {
            foreach (Node input in _graph.Inputs) writer.Line($"/// <param name=\"{input.Name}\">{input.Type}</param>");
        }

        writer.Line($"/// <returns>{string.Join(", ", _graph.Outputs.Select(output => $"{output.Name} {output.Node.Type}"))}</returns>");
        writer.Line("/// <exception cref=\"global::GraphGen.ShapeException\">A tensor has another shape or element type.</exception>");
        writer.Open($"{modifiers} {_signature.Result} {name}({_signature.Parameters})");
        if (_signature.TakesRecord)
        {
            writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull({_signature.Record});");
            IReadOnlyList<string> properties = RecordEmitter.Properties(_signature.Inputs);
            for (int i = 0; i < properties.Count; i++) writer.Line($"var {_signature.Inputs[i]} = {_signature.Record}.{properties[i]};");
        }

        var guards = new GuardWriter(writer, _graph, _parameters);
        guards.WriteInputs(modelType);
        guards.WriteSizes(_graph.Guards, symbol => _statements.Names(symbol.Name));
        _taps.WriteRelease(writer);
        ForwardWriter.Write(writer, _statements, _taps);
        writer.Close();
        writer.Line();
    }
}
