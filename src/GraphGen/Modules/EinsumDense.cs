using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary><c>einsum(equation, x, weight) + bias</c>, as <see cref="Layers.EinsumDense(string, Size, Layer, string)"/> declares it.</summary>
public sealed class EinsumDense : nn.Module<Tensor, Tensor>
{
    private const string WeightKey = "weight";
    private const string BiasKey = "bias";

    private readonly string _equation;

    /// <summary>Makes the module with fresh weights, uniform in <c>±1 / √summed</c> as those of TorchSharp's <c>Linear</c>.</summary>
    /// <param name="equation">The letters of the axes of input, weight and result.</param>
    /// <param name="weightShape">The sizes of the weight's axes.</param>
    /// <param name="biasShape">The sizes of the axes of the bias; null for none.</param>
    /// <param name="summed">How many products are summed.</param>
    /// <param name="device">Where the weights lie; TorchSharp's default device where it is null.</param>
    /// <param name="dtype">The floating type of the weights; TorchSharp's default type where it is null.</param>
    public EinsumDense(string equation, long[] weightShape, long[]? biasShape, long summed, Device? device = null, ScalarType? dtype = null)
        : base(nameof(EinsumDense))
    {
        _equation = equation;
        double bound = 1 / Math.Sqrt(summed);
        register_parameter(WeightKey, Make(weightShape));
        if (biasShape is not null) register_parameter(BiasKey, Make(biasShape));

        Parameter Make(long[] shape)
        {
            Parameter parameter = empty(shape, dtype: dtype, device: device).AsParameter();
            nn.init.uniform_(parameter, -bound, bound);
            return parameter;
        }
    }

    /// <summary>What the input is multiplied with.</summary>
    public Parameter Weight => get_parameter(WeightKey)!;

    /// <summary>What is added; null where nothing is.</summary>
    public Parameter? Bias => get_parameter(BiasKey);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Tensor sums = einsum(_equation, input, Weight);
        return Bias is { } bias ? sums.add_(bias) : sums;
    }
}
