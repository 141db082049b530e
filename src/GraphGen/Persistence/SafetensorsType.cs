using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>An element type of safetensors.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Bits">The bits of an element.</param>
/// <param name="Type">The same type of TorchSharp; null where there is none.</param>
internal sealed record SafetensorsType(string Name, int Bits, ScalarType? Type)
{
    /// <summary>All types, as listed by <c>Dtype</c> in the format's reference implementation, safetensors/src/tensor.rs.</summary>
    private static readonly SafetensorsType[] s_all =
    [
        new("BOOL", 8, ScalarType.Bool),
        new("F4", 4, null),
        new("F6_E2M3", 6, null),
        new("F6_E3M2", 6, null),
        new("U8", 8, ScalarType.Byte),
        new("I8", 8, ScalarType.Int8),
        new("F8_E5M2", 8, null),
        new("F8_E4M3", 8, null),
        new("F8_E8M0", 8, null),
        new("I16", 16, ScalarType.Int16),
        new("U16", 16, null),
        new("F16", 16, ScalarType.Float16),
        new("BF16", 16, ScalarType.BFloat16),
        new("I32", 32, ScalarType.Int32),
        new("U32", 32, null),
        new("F32", 32, ScalarType.Float32),
        new("F64", 64, ScalarType.Float64),
        new("I64", 64, ScalarType.Int64),
        new("U64", 64, null),
        new("C64", 64, null),
    ];

    private static readonly Dictionary<string, SafetensorsType> s_byName = s_all.ToDictionary(type => type.Name);
    private static readonly Dictionary<ScalarType, SafetensorsType> s_byType =
        s_all.Where(type => type.Type is not null).ToDictionary(type => type.Type!.Value);

    public static SafetensorsType? Named(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The type of a weight.</summary>
    /// <exception cref="NotSupportedException">The format has no such type.</exception>
    public static SafetensorsType Of(string key, ScalarType type) => s_byType.TryGetValue(type, out SafetensorsType? found)
        ? found
        : throw new NotSupportedException(
            $"'{key}' is of type {type}, which a .safetensors file cannot hold. TorchSharp's own format can: give the file another extension.");
}
