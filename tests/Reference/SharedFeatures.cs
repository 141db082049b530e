using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Reference;

/// <summary>One LSTM whose last step is read by a shallow and a deep interpreter, written by hand: <c>N 100 1 -> N 1</c>.</summary>
public sealed class SharedFeatures : Module<Tensor, Tensor>
{
    private readonly LSTM extract1 = LSTM(1, 10, batchFirst: true);
    private readonly Linear interp1 = Linear(10, 10);
    private readonly Linear interp11 = Linear(10, 10);
    private readonly Linear interp12 = Linear(10, 20);
    private readonly Linear interp13 = Linear(20, 10);
    private readonly Linear output = Linear(20, 1);

    public SharedFeatures() : base(nameof(SharedFeatures)) => RegisterComponents();

    public override Tensor forward(Tensor visible)
    {
        using var scope = NewDisposeScope();
        var (sequence, _, _) = extract1.call(visible);
        var features = sequence[.., -1];
        var shallow = functional.relu(interp1.call(features));
        var deep = functional.relu(interp11.call(features));
        deep = functional.relu(interp12.call(deep));
        deep = functional.relu(interp13.call(deep));
        return functional.sigmoid(output.call(cat([shallow, deep], -1))).MoveToOuterDisposeScope();
    }
}
