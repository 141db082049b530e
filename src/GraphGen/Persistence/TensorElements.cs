using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>The elements of tensors as bytes of a stream, row by row.</summary>
internal static class TensorElements
{
    /// <summary>A span has at most 2 GB, and some systems take no more at once either; larger pieces than this are not faster.</summary>
    private const long PieceBytes = 64 << 20;

    /// <summary>Writes the elements, straight from the tensor's memory where they lie in order on the CPU.</summary>
    public static void Write(Tensor tensor, Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Tensor piece in Pieces(tensor.detach().contiguous().cpu())) stream.Write(piece.bytes);
    }

    /// <summary>Reads elements, straight into the tensor's memory where that is their order and type.</summary>
    /// <param name="tensor">The tensor; no gradient is to be recorded.</param>
    /// <param name="type">The elements' type in the stream.</param>
    /// <param name="stream">The stream.</param>
    public static void Read(Tensor tensor, ScalarType type, Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        if (tensor.dtype == type && type != ScalarType.Bool && tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            Fill(tensor.detach(), stream);
        }
        else if (type == ScalarType.Bool)
        {
            // A byte that is neither 0 nor 1 would be no bool to libtorch.
            Tensor bytes = empty(tensor.shape, ScalarType.Byte, CPU);
            Fill(bytes, stream);
            tensor.copy_(bytes.ne_(0));
        }
        else
        {
            Tensor elements = empty(tensor.shape, type, CPU);
            Fill(elements, stream);
            tensor.copy_(elements);
        }
    }

    private static void Fill(Tensor tensor, Stream stream)
    {
        foreach (Tensor piece in Pieces(tensor)) stream.ReadExactly(piece.bytes);
    }

    private static IEnumerable<Tensor> Pieces(Tensor tensor)
    {
        Tensor flat = tensor.view(-1);
        long count = flat.numel(), most = PieceBytes / flat.ElementSize;
        for (long start = 0; start < count; start += most) yield return flat.narrow(0, start, Math.Min(most, count - start));
    }
}
