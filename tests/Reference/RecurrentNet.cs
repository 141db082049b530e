using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>The recurrent network, written by hand: <c>N 100 1 -> N 1</c>.</summary>
public sealed class RecurrentNet : Module<Tensor, Tensor>
{
    private readonly LSTM hidden1 = LSTM(1, 10, batchFirst: true);
    private readonly Linear hidden2 = Linear(10, 10);
    private readonly Linear output = Linear(10, 1);

    public RecurrentNet() : base(nameof(RecurrentNet)) => RegisterComponents();

    public override Tensor forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var (sequence, _, _) = hidden1.call(visible);
        var x = functional.relu(hidden2.call(sequence[.., -1]));
        return functional.sigmoid(output.call(x)).MoveToOuterDisposeScope();
    }
}
