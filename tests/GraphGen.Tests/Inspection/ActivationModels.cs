using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Inspection;

/// <summary>Functions that note how many tensors there are once they have made theirs.</summary>
public static class Observed
{
    public static List<long> Tensors { get; } = [];

    [Shape("N F -> N F")]
    public static Tensor One(Tensor x) => Note(x * 2);

    [Shape("N F, N F -> N F")]
    public static Tensor Two(Tensor x, Tensor y) => Note(x + y);

    private static Tensor Note(Tensor result)
    {
        Tensors.Add(Tensor.TotalCount);
        return result;
    }
}

/// <summary>Tensors of one size, read soon and late.</summary>
[Model]
internal sealed partial class Lifetimes
{
    private static readonly Input x = Input(8);
    private static readonly Node a = Lambda(Observed.One)(x);
    private static readonly Node b = Lambda(Observed.One)(a);
    private static readonly Node c = Lambda(Observed.One)(b);
    private static readonly Node d = Lambda(Observed.Two)(a, c);
    private static readonly Node e = Lambda(Observed.One)(d);
    private static readonly Output y = Lambda(Observed.Two)(b, e);
    private static readonly Output z = Lambda(Observed.One)(y);
}

/// <summary>The same with a tensor that the model keeps.</summary>
[Model]
internal sealed partial class KeptLifetimes
{
    private static readonly Input x = Input(8);
    [Tap] private static readonly Node a = Lambda(Observed.One)(x);
    private static readonly Node b = Lambda(Observed.One)(a);
    private static readonly Node c = Lambda(Observed.One)(b);
    private static readonly Output y = Lambda(Observed.One)(c);
}

/// <summary>Wide within, narrow at both ends.</summary>
[Model]
internal sealed partial class Wide
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Input x = Input(T, 4);
    private static readonly Node middle = Dense(100)(x);
    private static readonly Output y = Dense(2)(middle);
}

[Model]
internal sealed partial class AroundWide
{
    private static readonly Dim S = Dim.Dynamic();
    private static readonly Input x = Input(2 * S, 3);
    private static readonly Node before = Dense(4)(x);
    private static readonly Node wide = Use<Wide>()(before);
    private static readonly Node copies = Repeat(3, Dense(5))(wide);
    private static readonly Output y = Dense(1)(copies);
}

/// <summary>A model for each step, whose batch is all steps of the batch.</summary>
[Model]
internal sealed partial class Step
{
    private static readonly Input x = Input(4);
    private static readonly Output y = Dense(2)(Dense(6)(x));
}

[Model]
internal sealed partial class Steps
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Input x = Input(T, 4);
    private static readonly Output y = TimeDistributed(Use<Step>())(x);
}

/// <summary>Views, what is overwritten, and a weight that is a node.</summary>
[Model]
internal sealed partial class Shared
{
    private static readonly Input x = Input(6, 2);
    private static readonly Node made = Dense(3)(x);
    private static readonly Node turned = Permute(2, 1)(made);
    private static readonly Node flat = Flatten()(turned);
    private static readonly Node whole = Reshape(9, 2)(flat);
    private static readonly Node dropped = Dropout(0.5)(whole);
    private static readonly Node scaled = dropped * Weight(9, 2);
    private static readonly Output y = ReLU(scaled);
}
