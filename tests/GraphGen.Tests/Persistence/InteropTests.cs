using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using GraphGen.Persistence;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>What is written here is read by other programs, and the reverse: by a few lines of Python where it is at hand, and of C# otherwise.</summary>
public sealed class InteropTests : IDisposable
{
    /// <summary>Reads a file with Python's standard library alone, and prints its tensors as JSON.</summary>
    private const string PythonReader = """
        import json, struct, sys
        with open(sys.argv[1], 'rb') as file:
            size, = struct.unpack('<Q', file.read(8))
            header = json.loads(file.read(size))
            data = file.read()
        metadata = header.pop('__metadata__', {})
        codes = {'F64': 'd', 'F32': 'f', 'F16': 'e', 'BF16': 'H', 'I64': 'q', 'I32': 'i', 'I16': 'h', 'I8': 'b', 'U8': 'B', 'BOOL': '?'}
        def values(entry):
            begin, end = entry['data_offsets']
            code = codes[entry['dtype']]
            numbers = struct.unpack('<%d%s' % ((end - begin) // struct.calcsize(code), code), data[begin:end])
            if entry['dtype'] == 'BF16':
                numbers = [struct.unpack('<f', struct.pack('<I', number << 16))[0] for number in numbers]
            return [float(number) for number in numbers]
        print(json.dumps({'metadata': metadata, 'tensors': {key: [entry['dtype'], entry['shape'], values(entry)] for key, entry in header.items()}}))
        """;

    /// <summary>Writes a file as other writers do: no metadata, in no order, the header not filled up.</summary>
    private const string PythonWriter = """
        import json, struct, sys
        tensors = [('i8', 'I8', [3], struct.pack('<3b', -1, 0, 1)), ('weight', 'F32', [2, 3], struct.pack('<6f', *[i * 0.5 - 1 for i in range(6)])),
                   ('half', 'F16', [1, 2], struct.pack('<2e', 0.5, -2)), ('steps', 'I64', [], struct.pack('<q', -(2 ** 40)))]
        header, data = {}, b''
        for key, dtype, shape, numbers in tensors:
            header[key] = {'dtype': dtype, 'shape': shape, 'data_offsets': [len(data), len(data) + len(numbers)]}
            data += numbers
        header = json.dumps(header).encode()
        with open(sys.argv[1], 'wb') as file:
            file.write(struct.pack('<Q', len(header)) + header + data)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Others_read_what_is_written_here()
    {
        string path = _folder.File("x.safetensors");
        using Bag bag = Bag.OfAllTypes(3);
        Safetensors.Save(bag, path, new Dictionary<string, string> { ["größe"] = "\"9\" ≥ \n8" });
        Dictionary<string, (string Type, long[] Shape, double[] Values)> read;
        if (RunPython(PythonReader, path) is { } printed)
        {
            using JsonDocument json = JsonDocument.Parse(printed);
            Assert.Equal("\"9\" ≥ \n8", json.RootElement.GetProperty("metadata").GetProperty("größe").GetString());
            read = json.RootElement.GetProperty("tensors").EnumerateObject().ToDictionary(
                item => item.Name,
                item => (item.Value[0].GetString()!, item.Value[1].Deserialize<long[]>()!, item.Value[2].Deserialize<double[]>()!));
        }
        else
        {
            read = SafetensorsBytes.Read(File.ReadAllBytes(path)).ToDictionary(item => item.Key, item => (item.Value.Type, item.Value.Shape, Values(item.Value.Type, item.Value.Bytes)));
        }

        Dictionary<string, Tensor> state = bag.state_dict();
        Assert.Equal(state.Keys.Order(), read.Keys.Order());
        foreach ((string key, (string type, long[] shape, double[] values)) in read)
        {
            Assert.Equal(key.ToUpperInvariant(), type);
            Assert.Equal(state[key].shape, shape);
            using Tensor numbers = state[key].to_type(ScalarType.Float64);
            Assert.Equal(numbers.numel() == 0 ? [] : numbers.data<double>().ToArray(), values);
        }
    }

    [Fact]
    public void What_others_write_is_read_here()
    {
        string path = _folder.File("x.safetensors");
        if (RunPython(PythonWriter, path) is null)
        {
            File.WriteAllBytes(path, SafetensorsBytes.Of(
                """
                {"i8":{"dtype":"I8","shape":[3],"data_offsets":[0,3]},"weight":{"dtype":"F32","shape":[2,3],"data_offsets":[3,27]},
                "half":{"dtype":"F16","shape":[1,2],"data_offsets":[27,31]},"steps":{"dtype":"I64","shape":[],"data_offsets":[31,39]}}
                """,
                [
                    0xff, 0, 1, .. MemoryMarshal.AsBytes<float>([-1, -0.5f, 0, 0.5f, 1, 1.5f]), .. MemoryMarshal.AsBytes<Half>([(Half)0.5f, (Half)(-2f)]),
                    .. MemoryMarshal.AsBytes<long>([-(1L << 40)]),
                ]));
        }

        using var bag = new Bag(
            ("weight", zeros(2, 3)), ("i8", zeros(3, ScalarType.Int8)), ("half", zeros(1, 2, ScalarType.Float16)), ("steps", zeros([], ScalarType.Int64)));
        Assert.Empty(Safetensors.Load(bag, path).Metadata);
        Assert.Equal([-1f, -0.5f, 0f, 0.5f, 1f, 1.5f], bag["weight"].data<float>().ToArray());
        Assert.Equal(new sbyte[] { -1, 0, 1 }, bag["i8"].data<sbyte>().ToArray());
        Assert.Equal(new[] { (Half)0.5f, (Half)(-2f) }, bag["half"].data<Half>().ToArray());
        Assert.Equal(-(1L << 40), bag["steps"].item<long>());
    }

    private static double[] Values(string type, byte[] bytes) => type switch
    {
        "F64" => [.. MemoryMarshal.Cast<byte, double>(bytes)],
        "F32" => [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(number => (double)number)],
        "F16" => [.. MemoryMarshal.Cast<byte, Half>(bytes).ToArray().Select(number => (double)number)],
        "BF16" => [.. MemoryMarshal.Cast<byte, ushort>(bytes).ToArray().Select(number => (double)BitConverter.UInt32BitsToSingle((uint)number << 16))],
        "I64" => [.. MemoryMarshal.Cast<byte, long>(bytes).ToArray().Select(number => (double)number)],
        "I32" => [.. MemoryMarshal.Cast<byte, int>(bytes).ToArray().Select(number => (double)number)],
        "I16" => [.. MemoryMarshal.Cast<byte, short>(bytes).ToArray().Select(number => (double)number)],
        "I8" => [.. bytes.Select(number => (double)(sbyte)number)],
        _ => [.. bytes.Select(number => (double)number)],
    };

    /// <summary>What a script prints; null where there is no Python.</summary>
    private string? RunPython(string script, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", [_folder.Write("script.py", System.Text.Encoding.UTF8.GetBytes(script)), argument])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
