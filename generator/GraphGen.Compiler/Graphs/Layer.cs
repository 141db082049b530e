using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A layer of a model: one set of weights, applied once or more often.</summary>
internal sealed class Layer(LayerKind kind, LayerArguments arguments, Site site)
{
    /// <summary>The layers in it that are named for it.</summary>
    private readonly List<Layer> _named = [];

    public LayerKind Kind { get; } = kind;

    public LayerArguments Arguments { get; } = arguments;

    public Site Site { get; } = site;

    /// <summary>The calls of helpers that led to it.</summary>
    public CallChain? Calls { get; init; }

    /// <summary>What its applications within expressions are called for: its field's or variable's name; null where its kind stands for it.</summary>
    public string? Label { get; set; }

    /// <summary>The variable of a helper that holds it, which names it when it is first applied; null once a node has that name too.</summary>
    public NameScope? Variable { get; set; }

    /// <summary>Its name in summary and plot; empty until the layer is applied or assigned to a field.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its name in the state dict.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Its arguments were refused: nothing is known of what it makes.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The fields by whose attribute it is not trained.</summary>
    public HashSet<string> FrozenBy { get; } = [];

    public bool IsFrozen => FrozenBy.Count > 0;

    /// <summary>What its arguments ask of dimensions, and the build leaves open.</summary>
    public List<Guard> Guards { get; } = [];

    /// <summary>The applications, in order.</summary>
    public List<Node> Applications { get; } = [];

    /// <summary>Its weights, known from its first application on.</summary>
    public IReadOnlyList<Weight>? Weights { get; set; }

    /// <summary>Whether it has weights of its own, or may have some that only the program knows.</summary>
    public bool HasWeights => Kind.CountsAtRunTime || (Weights is not null && Weights.Any(weight => weight.Count.Value is not 0));

    /// <summary>Those of its weights that would be trained, and are not.</summary>
    public IEnumerable<Weight> FrozenWeights => (Weights ?? []).Where(weight => weight.IsTrained && (IsFrozen || weight.IsFrozen));

    /// <summary>The types of the inputs that fixed its weights.</summary>
    public IReadOnlyList<TensorType>? BuiltFor { get; set; }

    /// <summary>The application that fixed its weights.</summary>
    public Node? BuiltAt { get; set; }

    public bool IsNamed => Name.Length > 0;

    /// <summary>The layers that it contains and that are registered beside it: an activation with weights, a wrapped layer.</summary>
    public IEnumerable<Layer> Inner => Kind.Inner(this);

    /// <summary>The layer and all layers in it.</summary>
    public IEnumerable<Layer> WithInner => Inner.SelectMany(inner => inner.WithInner).Prepend(this);

    /// <summary>The multiply-adds of one application for one example; null where they are not known, or too many to count.</summary>
    /// <param name="inputs">The types that it is applied to.</param>
    /// <param name="result">What it makes of them.</param>
    public Dim? MultiplyAdds(IReadOnlyList<TensorType> inputs, TensorType result)
    {
        try
        {
            return Kind.MultiplyAdds(this, inputs, result);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A layer like it, with weights of its own.</summary>
    public Layer Copy()
    {
        var copy = new Layer(Kind, Arguments.WithLayers(inner => inner.Copy()), Site) { Calls = Calls, IsBroken = IsBroken };
        copy.Guards.AddRange(Guards);
        return copy;
    }

    /// <summary>Names the layer, and the layers in it that have no name yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">Its name in the state dict.</param>
    /// <param name="freeName">Takes a name that no other layer or node has: the one given, else one like it.</param>
    /// <param name="freeKey">Takes a key in the same way.</param>
    public void GiveName(string name, string key, Func<string, string> freeName, Func<string, string> freeKey)
    {
        if (IsNamed) return;
        _named.AddRange(Inner.Where(inner => !inner.IsNamed).Distinct());
        Rename(name, key, freeName, freeKey);
    }

    /// <summary>Gives another name to the layer, and to those in it that were named for it.</summary>
    /// <inheritdoc cref="GiveName"/>
    public void Rename(string name, string key, Func<string, string> freeName, Func<string, string> freeKey)
    {
        (Name, Key) = (name, key);
        foreach (Layer inner in _named)
        {
            (string innerName, string innerKey) = Kind.LendsName ? (name, key) : (freeName($"{name}_{inner.Kind.SnakeName}"), freeKey($"{key}_{inner.Kind.SnakeName}"));
            if (inner.IsNamed) inner.Rename(innerName, innerKey, freeName, freeKey);
            else inner.GiveName(innerName, innerKey, freeName, freeKey);
        }
    }
}
