using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;
using Parameter = TorchSharp.Modules.Parameter;

namespace GraphGen.Tests.Layers;

/// <summary>Multi-head attention from one sequence to another, with a residual connection, as it is written by hand.</summary>
[Shape("N T width, N S width -> N T width")]
public sealed class AttentionBlock : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly long _heads;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear output;

    public AttentionBlock(long width, int heads, bool bias = true, Device? device = null, ScalarType? dtype = null)
        : base(nameof(AttentionBlock))
    {
        _heads = heads;
        query = nn.Linear(width, width, bias, device, dtype);
        key = nn.Linear(width, width, bias, device, dtype);
        value = nn.Linear(width, width, bias, device, dtype);
        output = nn.Linear(width, width, bias, device, dtype);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor memory)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor attended = nn.functional.scaled_dot_product_attention(Split(query.call(x)), Split(key.call(memory)), Split(value.call(memory)));
        return (x + output.call(attended.transpose(1, 2).flatten(2))).MoveToOuterDisposeScope();
    }

    private Tensor Split(Tensor sequence) => sequence.unflatten(2, _heads, -1).transpose(1, 2);
}

public enum Direction
{
    Up = 1,
    Down = 2,
}

/// <summary>A module without weights, that hands back its input in evaluation, and whose constructor takes values of every type.</summary>
internal sealed class Recorder : nn.Module<Tensor, Tensor>
{
    public Recorder(
        string name, int count, long size, double rate, float slope, bool flag, string? text, Direction direction, Direction both, DType type, char letter, decimal exact, ulong large,
        long[] sizes, string[] names, object? nothing, (int, double) pair, byte small, Direction[] directions, params int[] rest)
        : base(name) => Recorded = FormattableString.Invariant(
            $"{name} {count} {size} {rate} {slope} {flag} {text} {direction} {(int)both} {type} {letter} {exact} {large} {string.Join("-", sizes)} {string.Join("-", names)} {nothing} {pair} {small} {string.Join("-", directions)} {string.Join("-", rest)}");

    public string Recorded { get; }

    public override Tensor forward(Tensor input) => training ? input * 2 : input;
}

/// <summary>A module that takes neither device nor element type, and wants the name of its layer.</summary>
internal sealed class Scaled : nn.Module<Tensor, Tensor>
{
    private readonly Parameter scale;

    public Scaled(string name, double start = 1)
        : base(name)
    {
        scale = nn.Parameter(full(1, start));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input * scale;
}

internal sealed class Generic<T>(T value, Device? device = null, ScalarType? dtype = null) : nn.Module<Tensor, Tensor>(nameof(Generic<T>))
{
    public T Value { get; } = value;

    public Device? Device { get; } = device;

    public ScalarType? Type { get; } = dtype;

    public override Tensor forward(Tensor input) => input.alias();
}

/// <summary>Says that it halves its input, and does not.</summary>
[Shape("N F -> N F/2")]
internal sealed class Mistaken() : nn.Module<Tensor, Tensor>(nameof(Mistaken))
{
    public override Tensor forward(Tensor input) => input.alias();
}

[Shape("N C H W -> N C*4 H/2 W/2")]
internal abstract class SpaceToDepthBase() : nn.Module<Tensor, Tensor>("SpaceToDepth");

internal sealed class SpaceToDepth : SpaceToDepthBase
{
    /// <summary>A view of the input's memory: it must lie as its shape says.</summary>
    public override Tensor forward(Tensor input)
    {
        (long n, long c, long h, long w) = (input.shape[0], input.shape[1], input.shape[2], input.shape[3]);
        using Tensor planes = input.view(n * c, h, w);
        using Tensor blocks = planes.view(n, c, h / 2, 2, w / 2, 2);
        using Tensor moved = blocks.permute(0, 1, 3, 5, 2, 4);
        return moved.reshape(n, c * 4, h / 2, w / 2);
    }
}

internal static class OwnFunctions
{
    public static Tensor Swish(Tensor x) => x * x.sigmoid();

    [Shape("N T F, N T -> N F")]
    public static Tensor Pool(Tensor sequence, Tensor weights)
    {
        using Tensor column = weights.unsqueeze(1);
        using Tensor pooled = column.matmul(sequence);
        return pooled.squeeze(1);
    }

    [Shape("N ... Int64 -> N ... Bool")]
    public static Tensor IsOdd(Tensor tokens) => (tokens % 2).eq(1);

    public static class Of<T>
    {
        [Shape("N ... -> N")]
        public static Tensor Named<TOther>(Tensor x) => x.flatten(1).sum(1) + typeof(T).Name.Length + (10 * typeof(TOther).Name.Length);
    }
}

[Model]
public partial class Attending
{
    static readonly Dim    T = Dim.Dynamic();
    static readonly Input  x = Input(T, 8);
    static readonly Input  memory = Input(5, 8);
    static readonly Layer  shared = Custom<AttentionBlock>(8, 2);
    static readonly Node   once = shared(x, memory);
    static readonly Node   twice = ReLU(shared(once, memory));
    static readonly Output y = Dense(3)(Custom<AttentionBlock>(8, 4, false)(twice, once));
}

/// <summary><see cref="Attending"/> by hand.</summary>
internal sealed class AttendingByHand : nn.Module<Tensor, Tensor, Tensor>
{
    public readonly AttentionBlock shared = new(8, 2);
    public readonly AttentionBlock y_custom = new(8, 4, false);
    public readonly Linear y = nn.Linear(8, 3);

    public AttendingByHand()
        : base(nameof(AttendingByHand)) => RegisterComponents();

    public override Tensor forward(Tensor x, Tensor memory)
    {
        Tensor once = shared.call(x, memory);
        Tensor twice = shared.call(once, memory).relu();
        return y.call(y_custom.call(twice, once));
    }
}

[Model]
internal sealed partial class OwnModules
{
    const double Rate = 0.1;
    static readonly int count = 3;
    static readonly long[] sizes = [2, 3];
    static readonly Dim width = Dim.Parameter(6);

    static readonly Input  x = Input(width);
    static readonly Node   recorded = Custom<Recorder>(
        count, 7L, Rate, 0.1f, true, "a \"b\" ü", Direction.Down, Direction.Up | Direction.Down, DType.Int64, 'c', 1.5m, ulong.MaxValue,
        sizes, new[] { "p", "q" }, null, (1, 2), 5, new[] { Direction.Up }, 8, 9)(x);
    static readonly Node   scaled = Custom<Scaled>(0.5)(recorded);
    static readonly Node   generic = Custom<Generic<int[]>>(new[] { count, 2 * count })(scaled);
    static readonly Node   hidden = Custom<Hidden>(2 * width, new[] { width, 4 })(generic);
    static readonly Output y = hidden;

    private sealed class Hidden(long size, int[] sizes) : nn.Module<Tensor, Tensor>(nameof(Hidden))
    {
        public string Sizes { get; } = $"{size} {string.Join("-", sizes)}";

        public override Tensor forward(Tensor input) => input;
    }
}

[Model]
internal sealed partial class MistakenModel
{
    static readonly Input  x = Input(4);
    static readonly Output y = Custom<Mistaken>()(x);
}

[Model]
internal sealed partial class Picture
{
    static readonly Input  x = Input(2, 8, 8);
    static readonly Node   h = Conv2D(3, 3, padding: Padding.Same)(x);
    static readonly Output y = Custom<SpaceToDepth>()(h);
}

[Model]
internal sealed partial class OwnFunctionsModel
{
    static readonly Input  x = Input(4, 3);
    static readonly Input  tokens = Input(DType.Int64, 5);
    static readonly Node   weights = Softmax(x[.., .., 0]);
    static readonly Layer  swish = Lambda(OwnFunctions.Swish);
    static readonly Output pooled = Lambda(OwnFunctions.Pool)(swish(x), weights);
    static readonly Output odd = Lambda(OwnFunctions.IsOdd)(tokens);
    static readonly Output named = Lambda(OwnFunctions.Of<int>.Named<string>)(swish(pooled));
    static readonly Output own = TimeDistributed(Lambda(Twice))(x);

    private static Tensor Twice(Tensor x) => x + x;
}

[Model]
public partial class NestsOwn
{
    static readonly Input  x = Input(3, 5, 8), memory = Input(5, 8);
    [Frozen]
    static readonly Layer  attending = Use<Attending>();
    static readonly Node   first = attending(x[.., 0], memory);
    static readonly Node   steps = TimeDistributed(Custom<Counted>())(x);
    static readonly Output y = Dense(4)(Concatenate(first, attending(x[.., 1], memory)));
    static readonly Output z = steps;
}

/// <summary>A module with a parameter and a buffer.</summary>
public sealed class Counted : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight = nn.Parameter(ones(8));
    private readonly Tensor mean = zeros(5, 1);

    public Counted()
        : base(nameof(Counted))
    {
        register_buffer(nameof(mean), mean);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => (input - mean) * weight;
}
