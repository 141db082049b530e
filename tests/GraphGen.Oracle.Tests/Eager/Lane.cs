using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>One call of a model: sizes, inputs, and the tensor of every node.</summary>
/// <param name="world">The model.</param>
/// <param name="batch">The number of examples.</param>
/// <param name="dynamic">The dimensions that come with the call.</param>
internal sealed class Lane(World world, long batch, IReadOnlyDictionary<string, long> dynamic)
{
    /// <summary>Far above the error of one layer in single precision, and far below what is compared.</summary>
    private const double Noise = 1e-5;

    private readonly Dictionary<DrawnNode, Outcome> _outcomes = [];
    private readonly Dictionary<DrawnNode, RecurrentState?> _states = [];

    public World World { get; } = world;

    /// <summary>Whether there is noise on all of its tensors.</summary>
    public bool IsNoisy { get; private init; }

    /// <summary>Its inputs, where they are not drawn; null where they are.</summary>
    public Func<DrawnNode, Tensor>? Given { get; init; }

    /// <summary>Whether gradients can be asked for.</summary>
    public bool HasGradients { get; init; }

    public IReadOnlyDictionary<string, long> Sizes { get; } = new Dictionary<string, long>(world.Parameters.Concat(dynamic).Append(new("N", batch)));

    public Outcome this[DrawnNode node] => _outcomes[node];

    /// <summary>Whether all that a node reads was computed.</summary>
    public bool Reaches(DrawnNode node) => node.Inputs.All(input => this[input].Tensor is not null);

    /// <summary>What the node is here, found once.</summary>
    public Outcome Run(DrawnNode node)
    {
        if (_outcomes.TryGetValue(node, out Outcome found)) return found;
        using (set_grad_enabled(HasGradients)) return _outcomes[node] = Disturb(node.IsInput ? new Outcome(Given?.Invoke(node) ?? MakeInput(node)) : Compute(node));
    }

    /// <summary>The call of a model within the one that is called.</summary>
    public Lane Within(World inner, IReadOnlyDictionary<string, long> sizes, Func<DrawnNode, Tensor> inputs) => new(inner, batch, sizes) { IsNoisy = IsNoisy, Given = inputs };

    /// <summary>The same call with noise.</summary>
    public Lane Noisy() => new(World, batch, dynamic) { IsNoisy = true, Given = input => this[input].Tensor! };

    /// <summary>The same call with gradients, of other inputs.</summary>
    public Lane Again(IReadOnlyDictionary<DrawnNode, Tensor> inputs) => new(World, batch, dynamic) { Given = input => inputs[input], HasGradients = true };

    public void Forget(DrawnNode node) => _outcomes.Remove(node);

    private Outcome Compute(DrawnNode node)
    {
        Outcome[] inputs = [.. node.Inputs.Select(input => _outcomes[input])];
        if (inputs.Any(input => input.Tensor is null)) return new Outcome("what it reads failed", IsOwn: false);
        try
        {
            var call = new Call(World, Sizes, node.Layer!, [.. inputs.Select(input => input.Tensor!)], [.. node.Inputs.Select(_states.GetValueOrDefault)]);
            Tensor result = call.Run();
            _states[node] = call.State;
            return new Outcome(result);
        }
        catch (Exception exception) when (Refusal.Is(exception))
        {
            return new Outcome(exception.Message.Split('\n')[0], IsOwn: true);
        }
    }

    private Tensor MakeInput(DrawnNode node)
    {
        long[] shape = [batch, .. node.Shape.Select(size => size.In(Sizes))];
        ScalarType element = node.Element ?? World.ModelType;
        return element switch
        {
            ScalarType.Bool => randint(0, 2, shape, ScalarType.Int64).to(ScalarType.Bool),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => complex(randn(shape), randn(shape)).to(element),
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 => randint(0, 5, shape, ScalarType.Int64).to(element),
            _ => randn(shape).to(element),
        };
    }

    private Outcome Disturb(Outcome outcome)
    {
        if (!IsNoisy || outcome.Tensor is not { } tensor || !tensor.is_floating_point() || tensor.numel() == 0) return outcome;
        return new Outcome(tensor + (tensor.abs().max() * randn_like(tensor) * Noise).to(tensor.dtype));
    }
}

/// <summary>What came of a node: a tensor, or the reason why there is none.</summary>
internal readonly record struct Outcome(Tensor? Tensor, string? Failure, bool IsOwn)
{
    public Outcome(Tensor tensor)
        : this(tensor, null, false)
    {
    }

    public Outcome(string failure, bool IsOwn)
        : this(null, failure, IsOwn)
    {
    }
}
