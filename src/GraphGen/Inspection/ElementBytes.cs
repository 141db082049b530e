using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>The bytes of one element.</summary>
internal static class ElementBytes
{
    /// <summary>Those of an element type.</summary>
    /// <param name="type">The type; null for the model's floating type.</param>
    /// <param name="floating">The bytes of that.</param>
    public static long Of(DType? type, long floating) => type is { } known ? Enum.Parse<torch.ScalarType>(known.ToString()).ElementSize() : floating;
}
