using GraphGen.Compiler.Graphs;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Which inputs to bring into channels-last memory. libtorch then keeps that layout from one convolution or pooling to the next, and neither reorders its blocked
/// results at each convolution nor pools element by element.
/// </summary>
internal static class ChannelsLast
{
    private const int ImageRank = 4;

    /// <summary>Whether a convolution reads the input, directly or through nodes that are images too, and no code of the user's does.</summary>
    public static bool IsWorthIt(Node input, IReadOnlyList<Node> nodes)
    {
        if (input.Type!.Shape.Rank != ImageRank) return false;
        var images = new HashSet<Node> { input };
        bool isWorthIt = false;
        foreach (Node node in nodes.Where(node => node.Inputs.Any(images.Contains)))
        {
            if (node.Layer is { Kind.RunsOwnCode: true }) return false;
            isWorthIt |= node.Layer is { Kind.PrefersChannelsLast: true };
            if (node.Type!.Shape.Rank == ImageRank) images.Add(node);
        }

        return isWorthIt;
    }
}
