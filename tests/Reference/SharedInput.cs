using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>Two convolutions of different kernels that read one picture, written by hand: <c>N 1 64 64 -> N 1</c>.</summary>
public sealed class SharedInput : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 32, 4);
    private readonly Conv2d conv2 = Conv2d(1, 16, 8);
    private readonly Linear hidden1 = Linear(41344, 10);
    private readonly Linear output = Linear(10, 1);

    public SharedInput() : base(nameof(SharedInput)) => RegisterComponents();

    public override Tensor forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var fine = functional.max_pool2d(functional.relu(conv1.call(visible)), 2).flatten(1);
        var coarse = functional.max_pool2d(functional.relu(conv2.call(visible)), 2).flatten(1);
        var x = functional.relu(hidden1.call(cat([fine, coarse], -1)));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
