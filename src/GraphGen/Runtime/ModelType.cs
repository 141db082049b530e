using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>The floating type of a model. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelType
{
    /// <summary>The type that a model is constructed with: the one given, or TorchSharp's default.</summary>
    /// <param name="dtype">What the constructor was given.</param>
    /// <param name="parameter">The constructor's parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no floating type.</exception>
    public static torch.ScalarType Check(torch.ScalarType? dtype, string parameter)
    {
        torch.ScalarType type = dtype ?? torch.get_default_dtype();
        return type is torch.ScalarType.Float16 or torch.ScalarType.Float32 or torch.ScalarType.Float64 or torch.ScalarType.BFloat16
            ? type
            : throw new ArgumentOutOfRangeException(parameter, dtype, "Weights have a floating type: Float16, BFloat16, Float32 or Float64.");
    }
}
