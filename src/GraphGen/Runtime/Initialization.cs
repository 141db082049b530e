using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>First values of weights, where <c>torch.nn.init</c> has them not or not right. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Initialization
{
    /// <summary>A normal distribution of variance <c>2 / (fanIn + fanOut)</c>: TorchSharp's <c>xavier_normal_</c> draws from the uniform one.</summary>
    /// <param name="kernel">Two axes or more, outputs and inputs first.</param>
    public static void GlorotNormal(torch.Tensor kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        (long first, long second) = (kernel.size(0), kernel.size(1));
        long window = kernel.numel() / (first * second);
        torch.nn.init.normal_(kernel, 0, Math.Sqrt(2.0 / (window * (first + second))));
    }

    /// <summary>A random orthogonal matrix, of the first axis by all others. TorchSharp's <c>orthogonal_</c> computes it in single precision always.</summary>
    /// <remarks>
    /// The orthogonal factor of a matrix of normal numbers, with the signs that make it unique: Mezzadri, How to generate random matrices from the classical
    /// compact groups, 2007.
    /// </remarks>
    /// <param name="kernel">Two axes or more.</param>
    public static void Orthogonal(torch.Tensor kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        long rows = kernel.size(0);
        long columns = kernel.numel() / rows;
        torch.ScalarType type = kernel.dtype == torch.ScalarType.Float64 ? torch.ScalarType.Float64 : torch.ScalarType.Float32;
        using IDisposable inference = torch.no_grad();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor normal = torch.randn(Math.Max(rows, columns), Math.Min(rows, columns), type, kernel.device);
        (torch.Tensor q, torch.Tensor r) = torch.linalg.qr(normal);
        torch.Tensor tall = q * r.diagonal().sign();
        torch.Tensor matrix = rows < columns ? tall.t() : tall;
        kernel.copy_(matrix.reshape(kernel.shape));
    }

    /// <summary>Zeros for the vector that stands for what fills up short sequences.</summary>
    /// <param name="weight">The vectors of an embedding, <c>V F</c>.</param>
    /// <param name="row">Which of them.</param>
    public static void ClearRow(torch.Tensor weight, long row)
    {
        ArgumentNullException.ThrowIfNull(weight);
        using (torch.no_grad())
        using (torch.Tensor vector = weight.select(0, row)) torch.nn.init.zeros_(vector);
    }
}
