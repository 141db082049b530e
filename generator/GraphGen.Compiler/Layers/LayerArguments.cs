using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The arguments of a layer by their parameters' names. C# has checked the types, and leaves out only defaults that are null or <c>default</c>.</summary>
internal sealed class LayerArguments(IReadOnlyDictionary<string, (Value Value, Site Site)> values)
{
    /// <summary>Whether an argument could not be evaluated.</summary>
    public bool AnyUnknown => values.Values.Any(argument => IsUnknown(argument.Value));

    /// <summary>The layers among the arguments.</summary>
    public IEnumerable<Layer> Layers => NamedLayers.Select(argument => argument.Layer);

    public IEnumerable<(string Argument, Layer Layer)> NamedLayers =>
        values.Where(argument => argument.Value.Value is LayerValue).Select(argument => (argument.Key, ((LayerValue)argument.Value.Value).Layer));

    public Site Site(string name, Site otherwise) => values.TryGetValue(name, out (Value Value, Site Site) argument) ? argument.Site : otherwise;

    public bool Has(string name) => Find(name) is not (null or NullValue);

    public Dim Dim(string name) => ToDim(name, Get(name));

    public IReadOnlyList<Dim> Dims(string name) => [.. List(name).Select(item => ToDim(name, item))];

    /// <summary>Sizes one by one, where one may stand by itself.</summary>
    public IReadOnlyList<Dim> OneOrMoreDims(string name) => Get(name) is ListValue ? Dims(name) : [Dim(name)];

    public IReadOnlyList<long> Integers(string name) => [.. List(name).Select(item => ((IntegerValue)item).Number)];

    public long Integer(string name) => OptionalInteger(name) ?? throw Missing(name);

    public long? OptionalInteger(string name) => Find(name) is IntegerValue value ? value.Number : null;

    public double Real(string name) => Get(name) switch
    {
        RealValue value => value.Number,
        IntegerValue value => value.Number,
        _ => throw Missing(name),
    };

    public bool Truth(string name) => Get(name) is TruthValue value ? value.Truth : throw Missing(name);

    public string? Named(string name) => Find(name) is NamedValue value ? value.Name : null;

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name) => Find(name) is TextValue value ? value.Text : null;

    public IReadOnlyList<Value> Items(string name) => List(name);

    public Layer? Layer(string name) => Find(name) is LayerValue value ? value.Layer : null;

    public Initializer? Initializer(string name) => Find(name) is InitializerValue value ? value.Initializer : null;

    public Value Raw(string name) => Get(name);

    /// <summary>The sizes by axis as <see cref="Sizes"/> gives them, where each may also be a parameter of the model.</summary>
    public IReadOnlyList<Dim>? SizesOrParameters(string name, int axes) =>
        Find(name) is DimValue { Dim: var dim } ? [.. Enumerable.Repeat(dim, axes)] : Sizes(name, axes)?.Select(size => (Dim)size).ToList();

    /// <summary>
    /// The sizes by axis of a <c>Size</c> or <c>Padding</c>: one number stands for all axes; null where the argument is left out, is a named value, or has
    /// another number of axes.
    /// </summary>
    public IReadOnlyList<long>? Sizes(string name, int axes) => Find(name) switch
    {
        IntegerValue value => [.. Enumerable.Repeat(value.Number, axes)],
        DimValue { Dim.Value: { } number } => [.. Enumerable.Repeat(number, axes)],
        ListValue list when list.Items.Count == axes => Numbers(list),
        _ => null,
    };

    /// <summary>
    /// The elements at both ends of each axis of a <c>Padding</c>: one number stands for all ends, one for each axis for both of its ends, and a pair is one axis;
    /// null where the argument is left out, is a named value, or has another number of axes.
    /// </summary>
    public IReadOnlyList<Ends>? Ends(string name, int axes) => Find(name) switch
    {
        ListValue list when axes == 1 => Pair(list) is { } ends ? [ends] : null,
        ListValue list when list.Items.All(item => item is ListValue) =>
            list.Items.Count == axes && list.Items.All(item => Pair((ListValue)item) is not null) ? [.. list.Items.Select(item => Pair((ListValue)item)!.Value)] : null,
        _ => Sizes(name, axes)?.Select(size => new Ends(size, size)).ToList(),
    };

    /// <summary>Whether a <c>Padding</c> has numbers of their own for the two ends of an axis.</summary>
    public bool HasEnds(string name) => Find(name) is ListValue list && list.Items.Any(item => item is ListValue);

    /// <summary>The sizes by axis of an argument that has no default.</summary>
    public IReadOnlyList<long> RequiredSizes(string name, int axes) => Sizes(name, axes) ?? throw Missing(name);

    /// <summary>The number of axes that a tuple was given for; null where the argument is no tuple.</summary>
    public int? TupleLength(string name) => Find(name) is ListValue list ? list.Items.Count : null;

    private static IReadOnlyList<long>? Numbers(ListValue list) =>
        list.Items.All(item => item is IntegerValue) ? [.. list.Items.Select(item => ((IntegerValue)item).Number)] : null;

    private static Ends? Pair(ListValue list) => list.Items.Count == 2 && Numbers(list) is { } ends ? new Ends(ends[0], ends[1]) : null;

    private List<Value> List(string name) => Get(name) is ListValue list ? list.Items : throw Missing(name);

    private Value? Find(string name) => values.TryGetValue(name, out (Value Value, Site Site) argument) ? argument.Value : null;

    private Value Get(string name) => Find(name) ?? throw Missing(name);

    private static Dim ToDim(string name, Value value) => value switch
    {
        DimValue dim => dim.Dim,
        IntegerValue integer => integer.Number,
        _ => throw Missing(name),
    };

    /// <summary>The same arguments with other layers.</summary>
    public LayerArguments WithLayers(Func<Layer, Layer> change) => new(values.ToDictionary(
        argument => argument.Key,
        argument => argument.Value.Value is LayerValue value ? (new LayerValue(change(value.Layer)), argument.Value.Site) : argument.Value));

    private static bool IsUnknown(Value value) => value switch
    {
        UnknownValue => true,
        ListValue list => list.Items.Any(IsUnknown),
        TypedValue typed => IsUnknown(typed.Value),
        ObjectValue @object => @object.Members.Any(member => IsUnknown(member.Value)),
        CodeValue code => code.Items.Any(IsUnknown),
        _ => false,
    };

    private static UnsuitableArgumentException Missing(string name) => new(name);
}
