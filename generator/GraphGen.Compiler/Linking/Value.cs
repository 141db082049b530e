using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>What an expression of the language evaluates to at build time.</summary>
internal abstract record Value;

/// <summary>The value of something that was already reported: it agrees with everything.</summary>
internal sealed record UnknownValue : Value
{
    public static readonly UnknownValue Instance = new();
}

internal sealed record NullValue : Value
{
    public static readonly NullValue Instance = new();
}

internal sealed record IntegerValue(long Number) : Value;

internal sealed record RealValue(double Number) : Value;

internal sealed record TruthValue(bool Truth) : Value;

internal sealed record TextValue(string Text) : Value;

/// <summary>A named constant, such as <c>Padding.Same</c>.</summary>
internal sealed record NamedValue(string Type, string Name) : Value;

/// <summary>A value with its type in C#.</summary>
internal sealed record TypedValue(string Type, Value Value) : Value;

/// <summary>C# around items that stand between commas.</summary>
internal sealed record CodeValue(string Opening, IReadOnlyList<Value> Items, string Closing) : Value;

internal sealed record DimValue(Dim Dim) : Value;

/// <summary>The items of an array, a list or a tuple. Helpers change arrays and lists, and all that hold one see it.</summary>
internal sealed record ListValue(List<Value> Items) : Value
{
    /// <summary>Whether it belongs to a field: what is read in any order is not changed.</summary>
    public bool IsFixed { get; set; }
}

/// <summary>Where a <c>foreach</c> stands.</summary>
internal sealed record EnumeratorValue(ListValue List, int Count) : Value
{
    public int Position { get; set; }
}

internal sealed record LayerValue(Layer Layer) : Value;

internal sealed record InitializerValue(Initializer Initializer) : Value;

internal sealed record NodeValue(Node Node) : Value;

/// <summary>The state that a recurrent application leaves.</summary>
/// <param name="Source">The application.</param>
/// <param name="Parts">Its tensors.</param>
internal sealed record StateValue(Node Source, IReadOnlyList<Node> Parts) : Value;

/// <summary>A position along an axis.</summary>
internal sealed record IndexValue(long Number, bool FromEnd) : Value;

/// <summary>A range of positions along an axis.</summary>
internal sealed record RangeValue(IndexValue? Start, IndexValue? End) : Value;

/// <summary>A model to be nested; its signature is null where nothing is known of it.</summary>
internal sealed record ModelValue(ModelReference Model, ModelSignature? Signature) : Value;

/// <summary>The members of an anonymous object, by name.</summary>
internal sealed record ObjectValue(IReadOnlyList<ObjectMember> Members) : Value;

internal sealed record ObjectMember(string Name, Value Value, Site Site);

/// <summary>The outputs of a nested model that has several: one of them is chosen by its name.</summary>
internal sealed record OutputsValue(Node Node, IReadOnlyList<string> Names) : Value;
