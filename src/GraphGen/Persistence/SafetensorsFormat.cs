using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>The layout of a safetensors file: the header's length in eight bytes, the header, the elements of all tensors without a gap.</summary>
internal static class SafetensorsFormat
{
    public const int PrefixBytes = 8;

    /// <summary>What the reference implementation takes.</summary>
    private const ulong MostHeaderBytes = 100_000_000;

    /// <summary>
    /// The header is filled up with blanks to a multiple of this, and wider elements come first, so that each element lies at a multiple of its size.
    /// </summary>
    private const int Alignment = 8;

    public static void Write(string path, Dictionary<string, Tensor> state, IReadOnlyDictionary<string, string> metadata)
    {
        (string Key, SafetensorsType Type, Tensor Weight)[] weights =
        [
            .. state.Select(item => (item.Key, Type: SafetensorsType.Of(item.Key, item.Value.dtype), item.Value))
                .OrderByDescending(weight => weight.Type.Bits)
                .ThenBy(weight => weight.Key, StringComparer.Ordinal),
        ];
        byte[] header = WriteHeader(weights, metadata, out long length);
        AtomicFile.Write(
            path,
            stream =>
            {
                Span<byte> prefix = stackalloc byte[PrefixBytes];
                BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
                stream.Write(prefix);
                stream.Write(header);
                foreach ((_, _, Tensor weight) in weights) TensorElements.Write(weight, stream);
            },
            PrefixBytes + header.Length + length);
    }

    /// <summary>What a file holds.</summary>
    /// <exception cref="FormatException">What is wrong with the file, as what follows its name in a sentence.</exception>
    public static StoredState Read(FileStream stream)
    {
        if (stream.Length < PrefixBytes) throw new FormatException($"has {stream.Length} bytes, too few for the length of a header");
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MostHeaderBytes) throw new FormatException($"gives its header {length} bytes, where a safetensors file has at most {MostHeaderBytes}");
        long rest = stream.Length - PrefixBytes;
        if ((long)length > rest) throw new FormatException($"gives its header {length} bytes, and has only {rest} behind that number");
        byte[] header = new byte[length];
        stream.ReadExactly(header);
        return SafetensorsHeader.Read(header, stream.Length);
    }

    private static byte[] WriteHeader(
        (string Key, SafetensorsType Type, Tensor Weight)[] weights, IReadOnlyDictionary<string, string> metadata, out long length)
    {
        using var header = new MemoryStream();
        using var json = new Utf8JsonWriter(header);
        json.WriteStartObject();
        json.WriteStartObject(SafetensorsHeader.Metadata);
        foreach ((string name, string text) in metadata) json.WriteString(name, text);
        json.WriteEndObject();
        length = 0;
        foreach ((string key, SafetensorsType type, Tensor weight) in weights)
        {
            long start = length;
            length += StoredShape.Bytes(key, weight.shape, type.Bits);
            json.WriteStartObject(key);
            json.WriteString(SafetensorsHeader.ElementType, type.Name);
            WriteNumbers(json, SafetensorsHeader.Shape, weight.shape);
            WriteNumbers(json, SafetensorsHeader.Offsets, [start, length]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        while ((PrefixBytes + header.Length) % Alignment != 0) header.WriteByte((byte)' ');
        return header.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
