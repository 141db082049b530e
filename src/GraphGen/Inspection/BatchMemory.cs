using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>The memory that a model takes for a batch, in bytes, without an optimizer's.</summary>
/// <param name="BatchSize">The number of examples.</param>
/// <param name="FloatingType">The model's floating type.</param>
/// <param name="Weights">That of all parameters and buffers.</param>
/// <param name="Gradients">That of the gradients of the parameters that are trained.</param>
/// <param name="Activations">That of inputs and of what the model makes of them; null where a dimension has no value.</param>
/// <param name="Unknown">The dimensions that have no value.</param>
internal sealed record BatchMemory(
    long BatchSize, torch.ScalarType FloatingType, long Weights, long Gradients, ActivationMemory? Activations, IReadOnlyList<string> Unknown)
{
    /// <summary>Of weights, inputs and the activations that are alive at once.</summary>
    public long? Inference => Weights + Activations?.Inputs + Activations?.Peak;

    /// <summary>Of weights, gradients, inputs and all activations.</summary>
    public long? Training => Weights + Gradients + Activations?.Inputs + Activations?.Kept;

    public static BatchMemory Of(torch.nn.Module module, GraphSizes sizes, long batchSize, torch.ScalarType floating) => new(
        batchSize,
        floating,
        module.parameters().Sum(BytesOf) + module.buffers().Sum(BytesOf),
        module.parameters().Where(parameter => parameter.requires_grad).Sum(BytesOf),
        ActivationMemory.Of(sizes, floating.ElementSize()),
        [.. sizes.Unknown]);

    private static long BytesOf(torch.Tensor tensor) => tensor.numel() * tensor.dtype.ElementSize();
}
