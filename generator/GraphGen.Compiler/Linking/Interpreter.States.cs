using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>States of recurrent layers: each tensor of a state is a further result of the application that leaves it.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<Node, StateValue> _states = [];
    private readonly Dictionary<Node, StateValue> _mergedStates = [];

    private Value StateOf(StateExpression expression)
    {
        Node source = ToNode(Evaluate(expression.Node), expression.Node);
        if (source is { IsInput: false, Part: 0, Layer: null or { IsBroken: true } }) return UnknownValue.Instance;
        if (_states.TryGetValue(source, out StateValue? known)) return known;
        IReadOnlyList<string> names = source.Layer is { } layer ? Names(layer) : [];
        if (names.Count == 0)
        {
            string made = source.IsInput ? "is an input" : source.Layer is null ? "is an output of a nested model" : $"is made by {source.Layer.Kind.Name}";
            return RefuseState(expression.Site, $"'{source.Name}' {made}, and has no state: 'StateOf' takes what an LSTM, GRU or SimpleRNN gives, or a Bidirectional of one");
        }

        var state = new StateValue(source, [.. names.Select((name, i) => Add(PartOf(source, i + 1, name)))]);
        _states.Add(source, state);
        return state;
    }

    private Node PartOf(Node source, int part, string name) => new(_names.Take($"{source.Name}_{name}"), null, [source], source.Site) { Part = part, PartName = $"{name} state" };

    /// <summary>The tensors of a state as inputs of the layer that begins with it, or takes it apart; a node of which nothing is known where they do not suit it.</summary>
    private IReadOnlyList<Node> HandOver(StateValue state, Layer? reader, Site site)
    {
        if (reader is null or { IsBroken: true }) return [Unknown(FreeName("unknown"), site)];
        if (reader.Kind is Hidden) return [Merged(state).Parts[0]];
        if (reader.Kind is Cell && state.Parts.Count > 1) return [Merged(state).Parts[1]];
        IReadOnlyList<string> left = Names(state.Source.Layer!);
        IReadOnlyList<string> wanted = reader.Kind is Cell ? [.. left, "cell"] : Names(reader);
        if (wanted.SequenceEqual(left)) return (reader.Kind is Bidirectional ? state : Merged(state)).Parts;
        string takes = reader.Kind is Cell ? "Cell takes the state of an LSTM" : $"{reader.Kind.Name} begins with {Describe(wanted)}";
        RefuseState(site, $"{takes}, and '{state.Source.Name}' ({state.Source.Layer!.Kind.Name}) leaves {Describe(left)}");
        return [Unknown(FreeName("unknown"), site)];
    }

    /// <summary>The state with one direction, into which those of a layer that reads both ways are merged.</summary>
    private StateValue Merged(StateValue state)
    {
        if (state.Source.Layer is not { Kind: Bidirectional } both) return state;
        if (_mergedStates.TryGetValue(state.Source, out StateValue? known)) return known;
        var merge = new Dictionary<string, (Value, Site)> { ["merge"] = (both.Arguments.Raw("merge"), state.Source.Site) };
        Node[] parts =
        [
            .. state.Parts.Select(part =>
            {
                Layer layer = MakeLayer(LayerCatalogue.Find(nameof(MergedState))!, new LayerArguments(merge), state.Source.Site);
                string name = _names.Take($"{part.Name}_merged");
                layer.GiveName(name, name, _names.Take, key => key);
                var node = new Node(name, layer, [part], state.Source.Site);
                layer.Applications.Add(node);
                return Add(node);
            }),
        ];
        var merged = new StateValue(state.Source, parts);
        _mergedStates.Add(state.Source, merged);
        return merged;
    }

    private static IReadOnlyList<string> Names(Layer layer) => layer.Kind.StateNames(layer);

    private static string Describe(IReadOnlyList<string> names) => $"a {string.Join(" and a ", names)} state";

    private UnknownValue RefuseState(Site site, string text)
    {
        Report(new Problem(Rules.WrongInputs, site, text));
        return UnknownValue.Instance;
    }
}
