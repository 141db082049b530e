using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>How the results of two directions become one.</summary>
internal enum Merge
{
    Concat,
    Sum,
    Multiply,
    Average,
}

internal static class Merges
{
    public static Merge Parse(string? name) => Enum.TryParse(name, out Merge merge) ? merge : Merge.Concat;

    /// <summary>The TorchSharp expression for what becomes of two tensors.</summary>
    public static FormattableString Write(this Merge merge, Variable forward, Variable backward, int axis) => merge switch
    {
        Merge.Concat => $"global::TorchSharp.torch.cat(new[] {{ {forward}, {backward} }}, {axis})",
        Merge.Sum => $"{forward} + {backward}",
        Merge.Multiply => $"{forward} * {backward}",
        _ => $"({forward} + {backward}).div_(2)",
    };
}
