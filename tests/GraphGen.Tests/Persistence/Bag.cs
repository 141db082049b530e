using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>A module of nothing but named tensors, written by hand.</summary>
internal sealed class Bag : nn.Module
{
    public Bag(params (string Key, Tensor Tensor)[] tensors)
        : base(nameof(Bag))
    {
        foreach ((string key, Tensor tensor) in tensors) register_buffer(key, tensor);
    }

    public Tensor this[string key] => get_buffer(key)!;

    /// <summary>A tensor for each element type of safetensors that TorchSharp has; among them a scalar and an empty one.</summary>
    public static Bag OfAllTypes(long seed)
    {
        using var generator = new Generator((ulong)seed, CPU);
        Tensor Draw(ScalarType type, params long[] shape)
        {
            using Tensor numbers = randint(0, 100, shape, generator: generator);
            return numbers.to_type(type);
        }

        return new Bag(
            ("f64", Draw(ScalarType.Float64, 2, 3)),
            ("f32", Draw(ScalarType.Float32, 5)),
            ("f16", Draw(ScalarType.Float16, 3, 1, 2)),
            ("bf16", Draw(ScalarType.BFloat16, 3)),
            ("i64", Draw(ScalarType.Int64)),
            ("i32", Draw(ScalarType.Int32, 1, 1)),
            ("i16", Draw(ScalarType.Int16, 3)),
            ("i8", Draw(ScalarType.Int8, 7)),
            ("u8", Draw(ScalarType.Byte, 2, 0)),
            ("bool", Draw(ScalarType.Bool, 5)));
    }
}
