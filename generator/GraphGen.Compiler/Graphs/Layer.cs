using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A layer of a model: one set of weights, applied once or more often.</summary>
internal sealed class Layer(LayerKind kind, LayerArguments arguments, Site site)
{
    public LayerKind Kind { get; } = kind;

    public LayerArguments Arguments { get; } = arguments;

    public Site Site { get; } = site;

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

    /// <summary>Its trainable weights, known from its first application on.</summary>
    public IReadOnlyList<Weight>? Weights { get; set; }

    /// <summary>The types of the inputs that fixed its weights.</summary>
    public IReadOnlyList<TensorType>? BuiltFor { get; set; }

    /// <summary>The application that fixed its weights.</summary>
    public Node? BuiltAt { get; set; }

    public bool IsNamed => Name.Length > 0;

    /// <summary>The layers that it contains and that are registered beside it: an activation with weights, a wrapped layer.</summary>
    public IEnumerable<Layer> Inner => Arguments.Layers;

    /// <summary>The layer and all layers in it.</summary>
    public IEnumerable<Layer> WithInner => Inner.SelectMany(inner => inner.WithInner).Prepend(this);

    /// <summary>Names the layer, and the layers in it that have no name yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">Its name in the state dict.</param>
    /// <param name="freeName">Takes a name that no other layer or node has: the one given, else one like it.</param>
    /// <param name="freeKey">Takes a key in the same way.</param>
    public void GiveName(string name, string key, Func<string, string> freeName, Func<string, string> freeKey)
    {
        if (IsNamed) return;
        (Name, Key) = (name, key);
        foreach (Layer inner in Inner.Where(inner => !inner.IsNamed))
        {
            if (Kind.LendsName) inner.GiveName(name, key, freeName, freeKey);
            else inner.GiveName(freeName($"{name}_{inner.Kind.SnakeName}"), freeKey($"{key}_{inner.Kind.SnakeName}"), freeName, freeKey);
        }
    }
}
