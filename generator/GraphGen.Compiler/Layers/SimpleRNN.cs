using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Layers;

/// <summary>The Elman network <c>h' = activation(x Wᵀ + b + h Uᵀ + c)</c>, with tanh or relu.</summary>
internal sealed class SimpleRNN : RecurrentLayer
{
    protected override int Gates => 1;

    protected override string Torch => "RNN";

    public override void Check(ArgumentCheck check)
    {
        base.Check(check);
        if (check.Arguments.Layer("activation") is { Kind: not (Tanh or ReLU) } other) check.Refuse("activation", other.Kind.Name, "Tanh or ReLU");
    }

    protected override IEnumerable<string> OwnTorchArguments(Layer layer) =>
        layer.Arguments.Layer("activation") is { Kind: ReLU } ? ["nonLinearity: global::TorchSharp.torch.nn.NonLinearities.ReLU"] : [];
}
