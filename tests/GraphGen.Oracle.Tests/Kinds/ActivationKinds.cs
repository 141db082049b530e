using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>Functions of each element, and softmax.</summary>
internal static class ActivationKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        OfReal("ReLU", c => relu(c.X)),
        OfReal("ReLU6", c => relu6(c.X)),
        OfAny("Sigmoid", c => c.Floating(c.X).sigmoid()),
        OfAny("Tanh", c => c.Floating(c.X).tanh()),
        OfAny("Exponential", c => c.Floating(c.X).exp()),
        new("Softsign", d => Drawing.Apply(d.Real()), c => softsign(c.X.dtype == ScalarType.Bool ? c.X : c.Floating(c.X))) { Settings = _ => [] },
        OfFloating("Softplus", c => softplus(c.X)),
        OfFloating("SELU", c => selu(c.X)),
        OfFloating("GELU", c => gelu(c.X)),
        OfFloating("GELUTanh", c => gelu(c.X, TorchSharp.Modules.GELU.Approximate.tanh)),
        OfFloating("SiLU", c => silu(c.X)),
        OfFloating("Mish", c => mish(c.X)),
        OfFloating("Hardswish", c => hardswish(c.X)),
        OfFloating("HardSigmoid", c => hardsigmoid(c.X)),
        OfFloating("LogSigmoid", c => logsigmoid(c.X)),
        OfFloating("LeakyReLU", c => leaky_relu(c.X, c.Real("slope", 0.01)), d => [("slope", d.Maybe(0.2))]),
        OfFloating("ELU", c => elu(c.X, c.Real("alpha", 1)), d => [("alpha", d.Maybe(0.7))]),
        new("Threshold", d => Drawing.Apply(d.Real(), Threshold(d)), c => threshold(c.X, c.Real("value", 0), 0)) { Settings = Threshold },
        new("PReLU", d => Drawing.Apply(d.OfModel(1)), c => prelu(c.X, c.Weights(weights => weights.Add("weight", 1))["weight"]!)) { Settings = _ => [] },
        new("Softmax", d => Drawing.Apply(d.Floating(2)), c => softmax(c.X, -1)) { Settings = _ => [] },
        new("LogSoftmax", d => Drawing.Apply(d.Floating(2)), c => log_softmax(c.X, -1)) { Settings = _ => [] },
        new("SoftmaxAlong", d => d.Floating(2) is { } x ? Drawing.Apply(x, ("axis", d.Axis(x))) : null, c => softmax(c.X, c.Int("axis"))),
    ];

    private static Argument[] Threshold(Drawing d) => [("value", d.Number(-1, 2))];

    private static Kind OfAny(string name, Func<Call, Tensor> run) => new(name, d => Drawing.Apply(d.Any()), run) { Settings = _ => [] };

    private static Kind OfReal(string name, Func<Call, Tensor> run) => new(name, d => Drawing.Apply(d.Real()), run) { Settings = _ => [] };

    private static Kind OfFloating(string name, Func<Call, Tensor> run, Func<Drawing, Argument[]>? settings = null) =>
        new(name, d => Drawing.Apply(d.Floating(), settings?.Invoke(d) ?? []), run) { Settings = settings ?? (_ => []) };
}
