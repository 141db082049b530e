using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Runtime;

/// <summary>Weights that belong to a model itself, and to no layer. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FreeWeight
{
    /// <summary>A fresh weight, uniform in <c>±√(6 / (fanIn + fanOut))</c>: Glorot and Bengio's rule, which is Keras's for weights without an initializer.</summary>
    /// <remarks>
    /// As in Keras the last two axes are inputs and outputs, those before count as a window, and one axis by itself counts as both.
    /// </remarks>
    /// <param name="shape">Its shape.</param>
    /// <param name="device">Where it lies; TorchSharp's default device where it is null.</param>
    /// <param name="dtype">Its floating type; TorchSharp's default type where it is null.</param>
    public static Parameter Make(long[] shape, torch.Device? device, torch.ScalarType? dtype)
    {
        ArgumentNullException.ThrowIfNull(shape);
        double window = shape.SkipLast(2).Aggregate(1.0, (product, size) => product * size);
        long fanOut = shape.Length == 0 ? 1 : shape[^1];
        long fanIn = shape.Length < 2 ? fanOut : shape[^2];
        double bound = Math.Sqrt(6 / (window * (fanIn + fanOut)));
        Parameter weight = torch.empty(shape, dtype: dtype, device: device).AsParameter();
        torch.nn.init.uniform_(weight, -bound, bound);
        weight.DetachFromDisposeScope();
        return weight;
    }
}
