using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>The multilayer perceptron, written by hand: <c>N 10 -> N 1</c>.</summary>
public sealed class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear hidden1 = Linear(10, 10);
    private readonly Linear hidden2 = Linear(10, 20);
    private readonly Linear hidden3 = Linear(20, 10);
    private readonly Linear output = Linear(10, 1);

    public Mlp() : base(nameof(Mlp)) => RegisterComponents();

    public override Tensor forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(hidden1.call(visible));
        x = functional.relu(hidden2.call(x));
        x = functional.relu(hidden3.call(x));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
