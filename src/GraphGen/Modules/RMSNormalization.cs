using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>
/// Division by the root of the mean of the squares over the last axes, as <see cref="Layers.RMSNormalization"/> declares it:
/// <c>x / √(mean(x²) + epsilon) · weight</c>, <c>N ... F -> N ... F</c>.
/// </summary>
public sealed class RMSNormalization : nn.Module<Tensor, Tensor>
{
    private const string WeightKey = "weight";

    private readonly long[] _axes;
    private readonly double _epsilon;

    /// <summary>A normalization with weights, which are ones at first.</summary>
    /// <param name="shape">The sizes of the axes that are normalized together, the last ones.</param>
    /// <param name="epsilon">Added to the mean of the squares.</param>
    /// <param name="device">Where the weight lies; TorchSharp's default device where it is null.</param>
    /// <param name="dtype">The floating type of the weight; TorchSharp's default type where it is null.</param>
    public RMSNormalization(long[] shape, double epsilon, Device? device = null, ScalarType? dtype = null)
        : this(CountOf(shape), epsilon)
    {
        register_parameter(WeightKey, ones(shape, dtype: dtype, device: device).AsParameter());
    }

    /// <summary>A normalization without weights.</summary>
    /// <param name="axes">How many axes are normalized together, counted from the last.</param>
    /// <param name="epsilon">Added to the mean of the squares.</param>
    public RMSNormalization(int axes, double epsilon)
        : base(nameof(RMSNormalization))
    {
        _axes = [.. Enumerable.Range(1, axes).Select(axis => (long)-axis)];
        _epsilon = epsilon;
    }

    /// <summary>What the normalized elements are multiplied with, of the shape of the normalized axes; null where there is none.</summary>
    public Parameter? Weight => get_parameter(WeightKey);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();

        // The squares of 16 bits are beyond 16 bits soon.
        bool isHalf = input.dtype is ScalarType.Float16 or ScalarType.BFloat16;
        Tensor x = isHalf ? input.to(ScalarType.Float32) : input;
        Tensor scale = x.square().mean(_axes, keepdim: true).add_(_epsilon).rsqrt_();
        Tensor normalized = isHalf ? (x * scale).to(input.dtype) : x * scale;
        Tensor result = Weight is { } weight ? normalized * weight : normalized;
        return result.MoveToOuterDisposeScope();
    }

    private static int CountOf(long[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Length;
    }
}
