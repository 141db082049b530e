using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Makes the statements of <c>forward</c>: each node's layer writes its own, an activation overwrites what only it reads and no gradient needs, and the inputs of
/// convolutions are brought into channels-last memory once.
/// </summary>
internal sealed class ForwardLowering
{
    private readonly Dictionary<Node, Variable> _variables = [];
    private readonly HashSet<string> _names;
    private readonly Dictionary<Node, int> _readers;
    private readonly HashSet<Node> _returned;
    private readonly HashSet<Node> _handedOut = [];
    private readonly Func<Layer, string> _modules;
    private readonly string _modelType;
    private readonly List<Step> _steps = [];

    /// <param name="graph">A sound graph.</param>
    /// <param name="nodes">The nodes that reach an output, each behind those that it reads.</param>
    /// <param name="layout">The inputs to be brought into channels-last memory.</param>
    /// <param name="modules">The expression for a layer's module.</param>
    /// <param name="modelType">The expression for the floating type that the model has now.</param>
    public ForwardLowering(Graph graph, IReadOnlyList<Node> nodes, IReadOnlyCollection<Node> layout, Func<Layer, string> modules, string modelType)
    {
        _modules = modules;
        _modelType = modelType;
        _names = [.. graph.Nodes.Select(node => Identifiers.Escape(node.Name))];
        _readers = nodes.SelectMany(node => node.Inputs).GroupBy(input => input).ToDictionary(group => group.Key, group => group.Count());
        _returned = [.. graph.Outputs.Select(output => output.Node)];
        foreach (Node node in nodes.Where(node => node.IsInput)) LowerInput(node, layout.Contains(node));
        foreach (Node node in nodes.Where(node => !node.IsInput)) LowerNode(node);
        Results = [.. graph.Outputs.Select(Result)];
    }

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The variable of each output.</summary>
    public IReadOnlyList<Variable> Results { get; }

    /// <summary>Whether a statement needs the floating type of the model.</summary>
    public bool UsesModelType { get; private set; }

    private void LowerInput(Node node, bool isChannelsLast)
    {
        var argument = new Variable(Identifiers.Escape(node.Name));
        _variables[node] = isChannelsLast
            ? AddStep($"{node.Name}_channels_last", $"{TorchNames.MemoryLayout}.ToChannelsLast({argument})", $"{node.Type}, channels last in memory")
            : argument;
    }

    private void LowerNode(Node node)
    {
        Variable[] inputs = [.. node.Inputs.Select(input => _variables[input])];
        var result = new Variable(Identifiers.Escape(node.Name));
        _variables[node] = result;
        if (node.Layer!.Kind is Activation activation && node.Type == node.Inputs[0].Type && MayOverwrite(node.Inputs[0]) && activation.TorchInPlace(node.Layer, $"{inputs[0]}") is { } overwriting)
        {
            _steps.Add(new Step(result, overwriting, inputs[0], node.Type!.ToString()));
            return;
        }

        var code = new TorchCode(
            node.Layer, inputs, [.. node.Inputs.Select(input => input.Type!)], node.Type!, _modules, UseModelType, (suffix, expression) => AddStep($"{node.Name}_{suffix}", expression, ""));
        _steps.Add(new Step(result, node.Layer.Kind.TorchForward(code), null, node.Type!.ToString()));
    }

    private string UseModelType()
    {
        UsesModelType = true;
        return _modelType;
    }

    /// <summary>Whether the one reader of a node may overwrite it, in training as in inference.</summary>
    private bool MayOverwrite(Node node) =>
        node.Layer is { Kind.ResultMayBeOverwritten: true } layer && layer.Arguments.Layer("activation") is null && _readers[node] == 1 && !_returned.Contains(node);

    /// <summary>An output hands out a tensor of its own: neither an argument, nor the same as another output.</summary>
    private Variable Result(GraphOutput output)
    {
        Variable variable = _variables[output.Node];
        return output.Node.IsInput || !_handedOut.Add(output.Node) ? AddStep($"{output.Name}_result", $"{variable}.alias()", output.Node.Type!.ToString()) : variable;
    }

    private Variable AddStep(string name, FormattableString expression, string comment)
    {
        var variable = new Variable(Identifiers.Take(_names, Identifiers.Escape(name), "_"));
        _steps.Add(new Step(variable, expression, null, comment));
        return variable;
    }
}
