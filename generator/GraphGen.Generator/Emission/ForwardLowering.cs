using System.Globalization;
using System.Text.RegularExpressions;
using GraphGen.Compiler;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Reading;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Makes the statements of <c>forward</c>: each node's layer writes its own, an activation overwrites what only it reads and no gradient needs, the activation of
/// what only a max pooling reads follows the pooling, where it has fewer elements, and the inputs of convolutions are brought into channels-last memory once.
/// </summary>
internal sealed class ForwardLowering
{
    private readonly Dictionary<Node, Variable> _variables = [];
    private readonly HashSet<string> _names;
    private readonly ILookup<Node, Node> _readers;
    private readonly HashSet<Node> _returned;
    private readonly HashSet<Node> _takenOver = [];
    private readonly HashSet<Variable> _handedOut = [];
    private readonly ILookup<Node, Node> _parts;
    private readonly Variable _modelInput;
    private readonly IModelMembers _members;
    private readonly List<Step> _steps = [];

    /// <param name="graph">A sound graph.</param>
    /// <param name="nodes">The nodes that reach an output or a tap, each behind those that it reads.</param>
    /// <param name="layout">The inputs to be brought into channels-last memory.</param>
    /// <param name="members">The members of the model.</param>
    public ForwardLowering(Graph graph, IReadOnlyList<Node> nodes, IReadOnlyCollection<Node> layout, IModelMembers members)
    {
        _members = members;
        _modelInput = new Variable(Keywords.Escape(graph.Inputs[0].Name));
        _names = [.. graph.Nodes.Select(node => Keywords.Escape(node.Name)), .. graph.Symbols.Select(symbol => Keywords.Escape(symbol.Symbol.Name))];
        _readers = nodes.SelectMany(reader => reader.Inputs, (reader, input) => (reader, input)).ToLookup(edge => edge.input, edge => edge.reader);
        _parts = nodes.Where(node => node.Source is not null).ToLookup(node => node.Source!);
        _returned = [.. graph.Outputs.Concat(graph.Taps).Select(output => output.Node)];
        foreach (Node node in nodes.Where(node => node.IsInput)) LowerInput(node, layout.Contains(node));
        foreach (Node node in nodes.Where(node => !node.IsInput)) LowerNode(node);
        Results = [.. graph.Outputs.Select(output => HandOut(output, "result"))];
        Taps = [.. graph.Taps.Select(tap => HandOut(tap, "tap"))];
    }

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The variable of each output.</summary>
    public IReadOnlyList<Variable> Results { get; }

    /// <summary>The variable of each tapped node.</summary>
    public IReadOnlyList<Variable> Taps { get; }

    /// <summary>Whether the node is made in the memory of its first input, which it overwrites or leaves to its reader.</summary>
    public bool TakesOver(Node node) => _takenOver.Contains(node);

    /// <summary>Whether a statement names a dimension.</summary>
    public bool Names(string symbol)
    {
        var word = new Regex($@"(?<![\w@.])@?{Regex.Escape(symbol)}(?!\w)", RegexOptions.CultureInvariant);
        return _steps.Any(step => word.IsMatch(step.Expression.ToString(CultureInfo.InvariantCulture)));
    }

    private void LowerInput(Node node, bool isChannelsLast)
    {
        var argument = new Variable(Keywords.Escape(node.Name));
        _variables[node] = isChannelsLast
            ? AddStep($"{node.Name}_channels_last", $"{TorchNames.MemoryLayout}.ToChannelsLast({argument})", $"{node.Type}, channels last in memory")
            : argument;
    }

    private void LowerNode(Node node)
    {
        // A further result is a variable since its layer was called.
        if (node.Source is not null) return;
        Variable[] inputs = [.. node.Inputs.Select(input => _variables[input])];
        if (PoolingBehind(node) is { } pooling)
        {
            LowerWithoutActivation(node, inputs, pooling);
            return;
        }

        var result = new Variable(Keywords.Escape(node.Name));
        _variables[node] = result;
        if (node.Layer!.Kind is Activation activation && node.Type == node.Inputs[0].Type && MayOverwrite(node.Inputs[0]) && activation.TorchInPlace(node.Layer, $"{inputs[0]}") is { } overwriting)
        {
            _takenOver.Add(node);
            _steps.Add(new Step(EquatableArray.Of(result), overwriting, inputs[0], node.Type!.ToString()));
            return;
        }

        var steps = new NodeSteps(this, node, [.. PartsOf(node)]);
        FormattableString expression = node.Layer.Kind.TorchForward(Code(node, inputs, steps));
        if (node.Inputs.Count > 0 && PoolingBehind(node.Inputs[0]) is not null && ActivationOf(node.Inputs[0]) is { Kind: Activation left } layer) expression = left.TorchInPlace(layer, expression)!;
        IEnumerable<Variable> results = node.IsOfPartsOnly ? steps.MissingParts : steps.MissingParts.Prepend(result);
        _steps.Add(new Step(results.ToEquatableArray(), expression, null, node.IsOfPartsOnly ? string.Join(", ", node.Parts) : node.Type!.ToString()));
    }

    /// <summary>Variables for the further results of a node's layer, if any of them is read.</summary>
    private IEnumerable<Variable> PartsOf(Node node)
    {
        if (!_parts.Contains(node)) yield break;
        for (int part = 1; part <= node.Parts.Count; part++)
        {
            // Several nodes may be the same part.
            Node[] readers = [.. _parts[node].Where(reader => reader.Part == part)];
            var variable = new Variable(readers.Length > 0 ? Keywords.Escape(readers[0].Name) : Identifiers.Take(_names, Keywords.Escape($"{node.Name}_{part}"), "_"));
            foreach (Node reader in readers) _variables[reader] = variable;
            yield return variable;
        }
    }

    private TorchCode Code(Node node, Variable[] inputs, NodeSteps steps, bool leavesActivation = false) => new(
        node, node.Layer!, inputs, [.. node.Inputs.Select(input => input.Type!)], node.Type!, _members, steps)
    {
        ModelInput = _modelInput,
        LeavesActivation = leavesActivation,
        NeedsParts = _parts.Contains(node),
    };

    /// <summary>Lowers a node whose activation follows the pooling that reads it: an activation by itself is nothing here.</summary>
    private void LowerWithoutActivation(Node node, Variable[] inputs, Node pooling)
    {
        Layer activation = ActivationOf(node)!;
        if (activation == node.Layer) _takenOver.Add(node);
        _variables[node] = activation == node.Layer
            ? inputs[0]
            : AddStep($"{node.Name}_before_{activation.Kind.SnakeName}", node.Layer!.Kind.TorchForward(Code(node, inputs, new NodeSteps(this, node, []), leavesActivation: true)), $"{node.Type}, its {activation.Kind.Name} follows {pooling.Name}");
    }

    /// <summary>The max pooling that alone reads the node, where the node's activation may as well follow it.</summary>
    private Node? PoolingBehind(Node node) =>
        ActivationOf(node)?.Kind is Activation { CommutesWithMaximum: true } && !_returned.Contains(node) && !_parts.Contains(node) && _readers[node].ToArray() is [{ Layer: { Kind.TakesMaximum: true } pooling } reader] && pooling.Kind.MayOverwriteResult(pooling)
            ? reader
            : null;

    /// <summary>The activation that makes the node: its layer, or its layer's last part.</summary>
    private static Layer? ActivationOf(Node node) => node.Layer?.Kind is Activation ? node.Layer : node.Layer?.Arguments.Layer("activation");

    /// <summary>Whether the one reader of a node may overwrite it, in training as in inference.</summary>
    private bool MayOverwrite(Node node) =>
        node.Layer is { } layer && layer.Kind.MayOverwriteResult(layer) && !_parts.Contains(node) && layer.Arguments.Layer("activation") is null && _readers[node].Count() == 1 && !_returned.Contains(node);

    /// <summary>A tensor that is handed out is one of its own: neither an argument, nor the same as another that is.</summary>
    private Variable HandOut(GraphOutput output, string suffix)
    {
        Variable variable = _variables[output.Node];
        return output.Node.IsInput || !_handedOut.Add(variable) ? AddStep($"{output.Name}_{suffix}", $"{variable}.alias()", output.Node.Type!.ToString()) : variable;
    }

    private Variable AddStep(string name, FormattableString expression, string comment)
    {
        Variable variable = NewVariable(name);
        _steps.Add(new Step(EquatableArray.Of(variable), expression, null, comment));
        return variable;
    }

    private Variable NewVariable(string name) => new(Identifiers.Take(_names, Keywords.Escape(name), "_"));

    /// <summary>The statements of one node.</summary>
    private sealed class NodeSteps(ForwardLowering lowering, Node node, IReadOnlyList<Variable> parts) : IStepWriter
    {
        /// <summary>The variables of the node's further results that no statement has made yet.</summary>
        public IReadOnlyList<Variable> MissingParts { get; private set; } = parts;

        public IReadOnlyList<Variable> Add(FormattableString expression, params string[] suffixes)
        {
            Variable[] variables = [.. suffixes.Select(suffix => lowering.NewVariable($"{node.Name}_{suffix}"))];
            lowering._steps.Add(new Step(variables.ToEquatableArray(), expression, null, ""));
            return variables;
        }

        public Variable AddWithParts(FormattableString expression, string suffix)
        {
            Variable variable = lowering.NewVariable($"{node.Name}_{suffix}");
            lowering._steps.Add(new Step(MissingParts.Prepend(variable).ToEquatableArray(), expression, null, ""));
            MissingParts = [];
            return variable;
        }
    }
}
