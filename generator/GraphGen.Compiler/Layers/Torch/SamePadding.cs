using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>The padding of <c>Same</c> as C#: numbers where the build knows them, else what the runtime computes from the size.</summary>
internal static class SamePadding
{
    /// <summary>The function that pads where it may turn out that nothing is missing.</summary>
    public const string Pad = Runtime + ".Pad";

    private const string Runtime = "global::GraphGen.Runtime.SamePadding";

    /// <summary>What is added before and after an axis.</summary>
    public static (string Before, string After) Write(Window window, Dim size)
    {
        if (window.PaddingOf(size) is { } ends) return (Code.Write(ends.Before), Code.Write(ends.After));
        string arguments = $"({Code.Write(size)}, {Code.Write(window.Extent)}, {Code.Write(window.Stride)})";
        return ($"{Runtime}.Before{arguments}", $"{Runtime}.After{arguments}");
    }
}
