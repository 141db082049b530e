namespace GraphGen.Plotting;

/// <summary>The line of an arrow: straight down through bands, and curves between them, so that it crosses no box.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">The name of the box that it leaves.</param>
/// <param name="To">The name of the box that it reaches; empty where it leaves the model.</param>
/// <param name="Points">Places on the line by turns: from the first to the second it is straight, from the second to the third a curve, and so on.</param>
/// <param name="HasHead">Whether it ends in a point.</param>
internal sealed record ArrowPath(string Id, string From, string To, IReadOnlyList<(double X, double Y)> Points, bool HasHead)
{
    /// <summary>The length of the point, and half of its width.</summary>
    public const double HeadLength = 7;

    /// <inheritdoc cref="HeadLength"/>
    public const double HeadWidth = 3.5;
}
