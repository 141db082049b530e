using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace GraphGen.Tests.Persistence;

/// <summary>Files in the format, written and read in the plainest way, beside the library's own code.</summary>
internal static class SafetensorsBytes
{
    /// <summary>A file with a header as it is given.</summary>
    public static byte[] Of(string header, params byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Of(byte[] header, byte[] data)
    {
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        return [.. prefix, .. header, .. data];
    }

    /// <summary>The header of a file.</summary>
    public static string Header(byte[] file) => Encoding.UTF8.GetString(file.AsSpan(8, (int)BinaryPrimitives.ReadInt64LittleEndian(file)));

    /// <summary>The type, shape and elements of each tensor of a valid file.</summary>
    public static Dictionary<string, (string Type, long[] Shape, byte[] Bytes)> Read(byte[] file)
    {
        int start = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, start - 8));
        return header.RootElement.EnumerateObject().Where(item => item.Name != "__metadata__").ToDictionary(
            item => item.Name,
            item =>
            {
                int[] place = [.. item.Value.GetProperty("data_offsets").EnumerateArray().Select(number => number.GetInt32())];
                long[] shape = [.. item.Value.GetProperty("shape").EnumerateArray().Select(number => number.GetInt64())];
                return (item.Value.GetProperty("dtype").GetString()!, shape, file[(start + place[0])..(start + place[1])]);
            });
    }
}
