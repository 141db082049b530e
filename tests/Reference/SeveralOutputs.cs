using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>A class and a sequence from one LSTM, written by hand: <c>N 100 1 -> N 1, N 100 1</c>.</summary>
public sealed class SeveralOutputs : Module<Tensor, (Tensor output1, Tensor output2)>
{
    private readonly LSTM extract = LSTM(1, 10, batchFirst: true);
    private readonly LSTM class11 = LSTM(10, 10, batchFirst: true);
    private readonly Linear class12 = Linear(10, 10);
    private readonly Linear output1 = Linear(10, 1);
    private readonly Linear output2 = Linear(10, 1);

    public SeveralOutputs() : base(nameof(SeveralOutputs)) => RegisterComponents();

    public override (Tensor output1, Tensor output2) forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var (sequence, _, _) = extract.call(visible);
        var (classSequence, _, _) = class11.call(sequence);
        var x = functional.relu(class12.call(classSequence[.., -1]));
        return (functional.sigmoid(output1.call(x)).MoveToOuterDisposeScope(), output2.call(sequence).MoveToOuterDisposeScope());
    }
}
