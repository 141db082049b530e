using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>A grey and a colour picture through a convolutional network each, written by hand: <c>N 1 64 64, N 3 32 32 -> N 1</c>.</summary>
public sealed class SeveralInputs : Module<Tensor, Tensor, Tensor>
{
    private readonly Conv2d conv11 = Conv2d(1, 32, 4);
    private readonly Conv2d conv12 = Conv2d(32, 16, 4);
    private readonly Conv2d conv21 = Conv2d(3, 32, 4);
    private readonly Conv2d conv22 = Conv2d(32, 16, 4);
    private readonly Linear hidden1 = Linear(3104, 10);
    private readonly Linear hidden2 = Linear(10, 10);
    private readonly Linear output = Linear(10, 1);

    public SeveralInputs() : base(nameof(SeveralInputs)) => RegisterComponents();

    public override Tensor forward(Tensor visible1, Tensor visible2)
    {
        using var scope = NewDisposeScope();
        var grey = functional.max_pool2d(functional.relu(conv11.call(visible1)), 2);
        grey = functional.max_pool2d(functional.relu(conv12.call(grey)), 2).flatten(1);
        var colour = functional.max_pool2d(functional.relu(conv21.call(visible2)), 2);
        colour = functional.max_pool2d(functional.relu(conv22.call(colour)), 2).flatten(1);
        var x = functional.relu(hidden1.call(cat([grey, colour], -1)));
        x = functional.relu(hidden2.call(x));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
