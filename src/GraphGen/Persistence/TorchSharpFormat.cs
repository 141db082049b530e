using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>
/// The layout of TorchSharp's files (Module.save_state_dict and TensorExtensionMethods.Save): the number of tensors, and each with its key, type, rank, sizes
/// and elements. Numbers are in LEB128, seven bits a byte, as <see cref="BinaryWriter"/> writes the lengths of texts.
/// </summary>
internal static class TorchSharpFormat
{
    private const int MostKeyBytes = 1 << 16;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(Stream stream, Dictionary<string, Tensor> state)
    {
        using var writer = new BinaryWriter(stream, s_utf8, leaveOpen: true);
        writer.Write7BitEncodedInt64(state.Count);
        foreach ((string key, Tensor weight) in state)
        {
            writer.Write(key);
            writer.Write7BitEncodedInt64((long)weight.dtype);
            writer.Write7BitEncodedInt64(weight.Dimensions);
            foreach (long size in weight.shape) writer.Write7BitEncodedInt64(size);
            TensorElements.Write(weight, stream);
        }
    }

    /// <summary>What a file holds.</summary>
    /// <exception cref="FormatException">What is wrong with the file, as what follows its name in a sentence.</exception>
    public static StoredState Read(FileStream stream)
    {
        StoredState state = ReadFrom(stream);
        long rest = stream.Length - stream.Position;
        return rest == 0 ? state : throw new FormatException($"has {rest} bytes behind its last tensor");
    }

    /// <summary>The same of what begins where the stream is, and leaves the stream at its end.</summary>
    public static StoredState ReadFrom(FileStream stream)
    {
        using var reader = new BinaryReader(stream, s_utf8, leaveOpen: true);
        Dictionary<string, StoredTensor> tensors = [];
        try
        {
            long count = ReadNumber(reader, "its number of tensors");
            for (long i = 0; i < count; i++)
            {
                string key = ReadKey(reader);
                if (!tensors.TryAdd(key, ReadTensor(reader, key))) throw new FormatException($"has '{key}' twice");
            }
        }
        catch (EndOfStreamException fault)
        {
            throw new FormatException($"ends within tensor {tensors.Count + 1}", fault);
        }

        return new StoredState(tensors, new Dictionary<string, string>());
    }

    private static StoredTensor ReadTensor(BinaryReader reader, string key)
    {
        var type = (ScalarType)ReadNumber(reader, $"the element type of '{key}'");
        int bytes = ElementBytes(key, type);
        long rank = ReadNumber(reader, $"the rank of '{key}'");
        if (rank > StoredShape.MostAxes) throw new FormatException($"gives '{key}' {rank} axes, where a tensor has at most {StoredShape.MostAxes}");
        long[] shape = new long[rank];
        for (int axis = 0; axis < rank; axis++) shape[axis] = ReadNumber(reader, $"the shape of '{key}'");
        var tensor = new StoredTensor($"{type}", type, shape, reader.BaseStream.Position);
        Skip(reader.BaseStream, StoredShape.Bytes(key, shape, 8 * bytes), key);
        return tensor;
    }

    private static string ReadKey(BinaryReader reader)
    {
        long length = ReadNumber(reader, "the length of a key");
        if (length > MostKeyBytes) throw new FormatException($"has a key of {length} bytes, where {MostKeyBytes} are many");
        try
        {
            byte[] key = reader.ReadBytes((int)length);
            return key.Length == length ? s_utf8.GetString(key) : throw new EndOfStreamException();
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException("has a key that is no UTF-8", fault);
        }
    }

    private static long ReadNumber(BinaryReader reader, string what)
    {
        long number;
        try
        {
            number = reader.Read7BitEncodedInt64();
        }
        catch (FormatException fault)
        {
            throw new FormatException($"has no number as {what}", fault);
        }

        return number >= 0 ? number : throw new FormatException($"has a negative number as {what}");
    }

    private static void Skip(Stream stream, long bytes, string key)
    {
        if (bytes > stream.Length - stream.Position) throw new FormatException($"has only {stream.Length - stream.Position} of the {bytes} bytes of '{key}'");
        stream.Position += bytes;
    }

    private static int ElementBytes(string key, ScalarType type)
    {
        try
        {
            return type.ElementSize();
        }
        catch (NotImplementedException fault)
        {
            throw new FormatException($"gives '{key}' the unknown element type {type}", fault);
        }
    }
}
