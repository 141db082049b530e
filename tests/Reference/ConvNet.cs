using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>The convolutional network, written by hand: <c>N 1 64 64 -> N 1</c>.</summary>
public sealed class ConvNet : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 32, 4);
    private readonly Conv2d conv2 = Conv2d(32, 16, 4);
    private readonly Linear hidden1 = Linear(2704, 10);
    private readonly Linear output = Linear(10, 1);

    public ConvNet() : base(nameof(ConvNet)) => RegisterComponents();

    public override Tensor forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var x = functional.max_pool2d(functional.relu(conv1.call(visible)), 2);
        x = functional.max_pool2d(functional.relu(conv2.call(x)), 2);
        x = functional.relu(hidden1.call(x.flatten(1)));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
