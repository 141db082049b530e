namespace GraphGen;

/// <summary>How the kernels of a layer begin, such as <see cref="Init.HeNormal"/>.</summary>
/// <remarks>
/// Kernels are the weights that inputs are multiplied with, and the vectors of an embedding. Biases begin as TorchSharp has it, and so do kernels without an
/// initializer.
/// </remarks>
public sealed class Initializer
{
    internal Initializer()
    {
    }
}
