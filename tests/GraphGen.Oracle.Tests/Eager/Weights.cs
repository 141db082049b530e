using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Weights by name, in the shapes that a layer's documentation gives, with random values.</summary>
internal sealed class Weights : nn.Module<Tensor, Tensor>
{
    private readonly ScalarType _type;

    public Weights(ScalarType type)
        : base(nameof(Weights))
    {
        _type = type;
    }

    public Tensor? this[string name] => get_parameter(name) ?? get_buffer(name);

    /// <summary>A weight; refused where it is there in another shape.</summary>
    public Weights Add(string name, params long[] shape)
    {
        if (this[name] is { } made)
        {
            Refusal.Unless(made.shape.SequenceEqual(shape), $"'{name}' is ({string.Join(", ", made.shape)}), and ({string.Join(", ", shape)}) is needed.");
            return this;
        }

        Refusal.Unless(shape.All(size => size > 0), $"A weight of ({string.Join(", ", shape)}).");
        double scale = 1 / Math.Sqrt(Math.Max(shape.Skip(1).Aggregate(1L, (count, size) => count * size), 1));
        register_parameter(name, new Parameter(randn(shape, _type).mul_(scale)));
        return this;
    }

    public Weights AddIf(bool condition, string name, params long[] shape) => condition ? Add(name, shape) : this;

    /// <summary>A buffer, which no training changes.</summary>
    public Weights AddBuffer(string name, Tensor value)
    {
        if (this[name] is not null) return this;
        register_buffer(name, value.to(value.is_floating_point() ? _type : value.dtype));
        return this;
    }

    /// <summary>Weights under a name of their own: <c>name.weight</c>.</summary>
    public Weights AddPart(string name, Func<Weights, Weights> fill)
    {
        if (Find(name) is null) register_module(name, new Weights(_type));
        fill(Part(name));
        return this;
    }

    public Weights Part(string name) => Find(name)!;

    private Weights? Find(string name) => (Weights?)named_children().FirstOrDefault(child => child.name == name).module;

    public override Tensor forward(Tensor input) => throw new InvalidOperationException("Weights are not applied.");
}
