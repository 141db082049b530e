using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>Two digits through one encoder, written by hand: <c>N 64, N 64 -> N 1</c>.</summary>
public sealed class SharedLayers : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear encoder = Linear(64, 32);
    private readonly Linear hidden1 = Linear(32, 10);
    private readonly Linear output = Linear(10, 1);

    public SharedLayers() : base(nameof(SharedLayers)) => RegisterComponents();

    public override Tensor forward(Tensor visible1, Tensor visible2)
    {
        using var scope = NewDisposeScope();
        var code1 = functional.relu(encoder.call(visible1));
        var code2 = functional.relu(encoder.call(visible2));
        var x = functional.relu(hidden1.call((code1 - code2).abs()));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
