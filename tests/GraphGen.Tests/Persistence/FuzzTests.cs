using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using GraphGen.Persistence;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>A valid file with random damage: either it is refused and the model stays as it was, or it is read as any other reader would.</summary>
public sealed partial class FuzzTests : IDisposable
{
    private static readonly int s_samples = 1_000 * int.Parse(Environment.GetEnvironmentVariable("GRAPHGEN_TEST_SAMPLES") ?? "1", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder _folder = new();
    private readonly Bag _model = NewModel();
    private int _loaded;

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    /// <summary>Bytes overwritten, put in, taken out, and moved.</summary>
    [Theory]
    [InlineData("x.safetensors")]
    [InlineData("x.dat")]
    public void Damaged_bytes(string name)
    {
        byte[] file = Saved(name);
        Gen<Func<byte[], byte[]>> damage = Gen.Select(Gen.Int[0, file.Length - 1], Gen.Int[0, 40], Gen.Byte, Gen.Int[0, 4], (at, count, value, kind) => (Func<byte[], byte[]>)(bytes =>
        {
            at = Math.Min(at, bytes.Length);
            int end = Math.Min(at + count, bytes.Length);
            return kind switch
            {
                0 => [.. bytes[..at], value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
                1 => [.. bytes[..at], value, .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[end..]],
                3 => [.. bytes[..end], .. bytes[at..]],
                _ => bytes[..at],
            };
        }));
        damage.Array[1, 3].Sample(steps => Check(name, steps.Aggregate(file, (bytes, step) => step(bytes))), iter: s_samples, threads: 1);
    }

    /// <summary>Headers that stay JSON: numbers, names and braces replaced, so that what lies behind the syntax is reached.</summary>
    [Fact]
    public void Damaged_headers()
    {
        byte[] file = Saved("x.safetensors");
        string header = SafetensorsBytes.Header(file);
        byte[] data = file[(8 + Encoding.UTF8.GetByteCount(header))..];
        string[] words = ["0", "1", "2", "8", "24", "-1", "9223372036854775807", "18446744073709551616", "1e3", "0.5", "null", "{}", "[]", "\"F32\"", "\"BOOL\"", "\"a\"", "\"shape\"", "\"dtype\"", "[0,0]"];
        Gen<(int At, string Word)> replacement = Gen.Select(Gen.Int[0, Word().Count(header) - 1], Gen.Int[0, words.Length - 1].Select(word => words[word]));
        replacement.Array[1, 3].Sample(
            steps =>
            {
                string damaged = steps.Aggregate(header, (text, step) =>
                {
                    int i = 0;
                    return Word().Replace(text, match => i++ == step.At ? step.Word : match.Value);
                });
                Check("x.safetensors", SafetensorsBytes.Of(damaged, data));
            },
            iter: s_samples,
            threads: 1);
        Assert.True(_loaded > 0, "Some of them are equal to what they replace.");
    }

    [GeneratedRegex("""-?\d+|"[^"]*"|\[[^\]]*\]""")]
    private static partial Regex Word();

    private static Bag NewModel() => new(("a", zeros(2, 3)), ("bb", zeros(3, ScalarType.Int64)), ("c", zeros([], ScalarType.Byte)));

    private byte[] Saved(string name)
    {
        using var saved = new Bag(("a", arange(6, ScalarType.Float32).view(2, 3)), ("bb", arange(3)), ("c", ones([], ScalarType.Byte)));
        ModelFile.Save(saved, _folder.File(name));
        return File.ReadAllBytes(_folder.File(name));
    }

    private void Check(string name, byte[] file)
    {
        States.Overwrite(_model);
        string path = _folder.Write(name, file);
        try
        {
            ModelFile.Load(_model, path);
        }
        catch (ModelFileException fault)
        {
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.All(_model.state_dict().Values, tensor => Assert.True(tensor.eq(101).all().item<bool>()));
            return;
        }

        _loaded++;
        if (name.EndsWith(".dat", StringComparison.Ordinal))
        {
            using Bag expected = NewModel();
            expected.load(path);
            foreach ((string key, Tensor tensor) in expected.state_dict()) Assert.True(tensor.bytes.SequenceEqual(_model[key].bytes), key);
        }
        else
        {
            Dictionary<string, (string Type, long[] Shape, byte[] Bytes)> expected = SafetensorsBytes.Read(file);
            foreach ((string key, Tensor tensor) in _model.state_dict())
            {
                Assert.Equal(tensor.shape, expected[key].Shape);
                Assert.True(tensor.bytes.SequenceEqual(expected[key].Bytes), key);
            }
        }
    }
}
