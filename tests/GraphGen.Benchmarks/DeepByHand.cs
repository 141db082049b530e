using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary><see cref="DeepNetwork"/> by hand.</summary>
public sealed class DeepByHand : nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _layers = new([.. Enumerable.Range(0, 200).Select(_ => nn.Linear(16, 16))]);
    private readonly Linear _last = nn.Linear(16, 1);

    /// <summary>Makes the layers.</summary>
    public DeepByHand()
        : base(nameof(DeepByHand)) => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Linear layer in _layers) input = nn.functional.relu(layer.call(input));
        return _last.call(input).MoveToOuterDisposeScope();
    }
}
