using static TorchSharp.torch;

namespace GraphGen.Persistence;

/// <summary>What a file holds, by the keys of a state dict.</summary>
/// <param name="Tensors">Where the tensors lie.</param>
/// <param name="Metadata">What the file says of itself.</param>
internal sealed record StoredState(IReadOnlyDictionary<string, StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);

/// <summary>A tensor in a file, all of which lies within it.</summary>
/// <param name="TypeName">How the file calls its element type.</param>
/// <param name="Type">Its element type; null for one that TorchSharp does not have.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">The file's byte at which its elements begin, which lie row by row, in little-endian order.</param>
internal sealed record StoredTensor(string TypeName, ScalarType? Type, IReadOnlyList<long> Shape, long Offset)
{
    public override string ToString() => Describe(Shape, Type is { } type ? $"{type}" : TypeName);

    public static string Describe(IEnumerable<long> shape, string type) => $"({string.Join(", ", shape)}) {type}";
}
