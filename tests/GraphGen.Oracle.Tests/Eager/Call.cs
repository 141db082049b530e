using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>One application of a layer to tensors: what a kind is asked to compute.</summary>
internal sealed class Call(World world, IReadOnlyDictionary<string, long> sizes, DrawnLayer layer, IReadOnlyList<Tensor> inputs, IReadOnlyList<RecurrentState?> states)
{
    public DrawnLayer Layer { get; } = layer;

    /// <summary>The states that the layers of the inputs have left.</summary>
    public IReadOnlyList<RecurrentState?> States { get; } = states;

    /// <summary>The state that the layer leaves, where it has one.</summary>
    public RecurrentState? State { get; set; }

    public IReadOnlyList<Tensor> Inputs { get; } = inputs;

    public Tensor X => Inputs[0];

    public int Rank => (int)X.dim();

    /// <summary>The number of examples.</summary>
    public long Batch => sizes["N"];

    public ScalarType ModelType => world.ModelType;

    public bool HasModelType(Tensor tensor) => tensor.dtype == ModelType;

    public Tensor Run() => Layer.Kind.Run(this);

    /// <summary>The weights of the layer, made by its first application.</summary>
    public T Module<T>(Func<T> make)
        where T : nn.Module => world.Module(Layer, make);

    /// <summary>The weights of the layer by name, in the shapes that this application needs; refused where others are there.</summary>
    public Weights Weights(Func<Weights, Weights> fill) => fill(Module(() => new Weights(ModelType)));

    /// <summary>What a layer within this one makes.</summary>
    public Tensor Apply(DrawnLayer inner, Tensor input) => new Call(world, sizes, inner, [input], [null]).Run();

    /// <summary>The arguments of another layer, within the same application.</summary>
    public Call With(DrawnLayer other) => new(world, sizes, other, Inputs, States);

    /// <summary>The result behind the activation, where one is given.</summary>
    public Tensor Activate(Tensor result) => Layer["activation"] is DrawnLayer activation ? Apply(activation, result) : result;

    /// <summary>The weights of a nested model.</summary>
    public World Part(Func<World> make) => world.Part(Layer, make);

    /// <summary>The value of a size.</summary>
    public long In(Quantity quantity) => quantity.In(sizes);

    public bool Has(string argument) => Layer[argument] is not null;

    public long Int(string argument, long otherwise = 0) => Layer[argument] is { } value ? ToLong(value) : otherwise;

    public double Real(string argument, double otherwise) => Layer[argument] is { } value ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    public bool Flag(string argument, bool otherwise = false) => Layer[argument] is bool value ? value : otherwise;

    public string? Text(string argument) => Layer[argument]?.ToString();

    /// <summary>The arguments of a <c>params</c> parameter.</summary>
    public long[] Many(string argument) => [.. ((Many)Layer[argument]!).Values.Select(ToLong)];

    /// <summary>A size for each of so many axes; one number stands for all.</summary>
    public long[] Sizes(string argument, int axes, params long[] otherwise)
    {
        long[] given = Layer[argument] switch
        {
            null => otherwise,
            long[] tuple => tuple,
            { } number => [ToLong(number)],
        };
        if (given.Length == 1) given = [.. Enumerable.Repeat(given[0], axes)];
        Refusal.Unless(given.Length == axes, $"{given.Length} sizes for {axes} axes");
        return given;
    }

    /// <summary>An axis counted from the front, of a tensor of so many.</summary>
    public long Axis(string argument, long rank, long otherwise = 0)
    {
        long axis = Int(argument, otherwise);
        Refusal.Unless(axis >= -rank && axis < rank, $"Axis {axis} of {rank}.");
        return axis < 0 ? axis + rank : axis;
    }

    /// <summary>An integer or truth value as the model's floating type; what has a fraction is itself.</summary>
    public Tensor Floating(Tensor tensor) => tensor.is_floating_point() || tensor.is_complex() ? tensor : tensor.to(ModelType);

    private long ToLong(object value) => value is Quantity quantity ? quantity.In(sizes) : (long)value;
}
