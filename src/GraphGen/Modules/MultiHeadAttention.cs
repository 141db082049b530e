using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>
/// Scaled dot-product attention of several heads, each of which sees a projection of its own, as <see cref="Layers.MultiHeadAttention"/> declares it. Its
/// weights have the names, the shapes and the first values of those of PyTorch's <c>nn.MultiheadAttention</c>.
/// </summary>
public sealed class MultiHeadAttention : AttentionModule
{
    private const string PackedWeight = "in_proj_weight";
    private const string PackedBias = "in_proj_bias";
    private const string OutProjection = "out_proj";

    /// <summary>Of the projections that are not packed, in the order of their biases in the packed one.</summary>
    private static readonly string[] s_weights = ["q_proj_weight", "k_proj_weight", "v_proj_weight"];

    private readonly long _heads;
    private readonly long _keyDim;
    private readonly double _dropout;
    private readonly bool _causal;
    private readonly bool _isPacked;

    [ComponentName(Name = OutProjection)]
    private readonly Linear _outProjection;

    /// <summary>Makes the module with fresh weights.</summary>
    /// <param name="features">Features of a query, and of the result.</param>
    /// <param name="valueFeatures">Features of a value.</param>
    /// <param name="keyFeatures">Features of a key.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="keyDim">Features of one head.</param>
    /// <param name="dropout">The part of the attention weights that is dropped in training, in [0, 1).</param>
    /// <param name="causal">Whether a position attends to none behind it.</param>
    /// <param name="device">Where the weights lie; TorchSharp's default device where it is null.</param>
    /// <param name="dtype">The floating type of the weights; TorchSharp's default type where it is null.</param>
    public MultiHeadAttention(
        long features, long valueFeatures, long keyFeatures, long heads, long keyDim, double dropout = 0, bool causal = false, Device? device = null, ScalarType? dtype = null)
        : base(nameof(MultiHeadAttention))
    {
        (_heads, _keyDim, _dropout, _causal) = (heads, keyDim, dropout, causal);
        _isPacked = features == keyFeatures && features == valueFeatures;
        long width = heads * keyDim;
        if (_isPacked)
        {
            AddProjection(PackedWeight, 3 * width, features);
        }
        else
        {
            AddProjection(s_weights[0], width, features);
            AddProjection(s_weights[1], width, keyFeatures);
            AddProjection(s_weights[2], width, valueFeatures);
        }

        register_parameter(PackedBias, zeros(3 * width, dtype: dtype, device: device).AsParameter());
        _outProjection = nn.Linear(width, features, device: device, dtype: dtype);
        nn.init.zeros_(_outProjection.bias);
        register_module(OutProjection, _outProjection);

        void AddProjection(string name, long rows, long columns)
        {
            Parameter weight = empty(rows, columns, dtype: dtype, device: device).AsParameter();
            nn.init.xavier_uniform_(weight);
            register_parameter(name, weight);
        }
    }

    private protected override Tensor Attend(Tensor query, Tensor value, Tensor key, Tensor? mask)
    {
        Tensor[] projected = Project(query, value, key);
        using Tensor queries = projected[0];
        using Tensor keys = projected[1];
        using Tensor values = projected[2];
        using Tensor? maskOfHeads = mask?.unsqueeze(1);
        using Tensor heads = ScaledDotProductAttention.Apply(queries, values, keys, maskOfHeads, _causal, training ? _dropout : 0);
        using Tensor positions = heads.transpose(1, 2);
        using Tensor joined = positions.flatten(2);
        return _outProjection.call(joined);
    }

    /// <summary>The projections of query, key and value, each <c>N heads T keyDim</c>; those of one tensor in one product.</summary>
    private Tensor[] Project(Tensor query, Tensor value, Tensor key)
    {
        bool isShared = _isPacked && ReferenceEquals(key, value);
        if (isShared && ReferenceEquals(query, key)) return Project(query, 0, 3);
        return [.. Project(query, 0, 1), .. isShared ? Project(value, 1, 2) : [.. Project(key, 1, 1), .. Project(value, 2, 1)]];
    }

    /// <summary>Some of the three projections, of query, key and value, of one tensor.</summary>
    private Tensor[] Project(Tensor input, int first, int count)
    {
        long width = _heads * _keyDim;
        using Tensor bias = get_parameter(PackedBias)!.narrow(0, first * width, count * width);
        using Tensor weight = _isPacked ? get_parameter(PackedWeight)!.narrow(0, first * width, count * width) : get_parameter(s_weights[first])!.alias();
        using Tensor projected = nn.functional.linear(input, weight, bias);
        using Tensor heads = projected.unflatten(2, count, _heads, _keyDim);
        using Tensor ordered = heads.permute(2, 0, 3, 1, 4);
        return ordered.unbind(0);
    }
}
