namespace GraphGen.Plotting;

/// <summary>What a picture is painted with: shapes in front of those that were painted before.</summary>
internal abstract class Canvas
{
    /// <summary>Begins a part with an origin of its own.</summary>
    /// <param name="id">Its name, by which a page finds it.</param>
    /// <param name="part">What it is, by which a page styles it.</param>
    /// <param name="x">Its origin.</param>
    /// <param name="y">Its origin.</param>
    /// <param name="details">What is told of it besides.</param>
    public abstract void Begin(string id, string part, double x, double y, string details = "");

    /// <summary>Ends the part.</summary>
    public abstract void End();

    public abstract void Rectangle(double x, double y, double width, double height, double radius, Paint paint, double border, bool isDashed = false);

    /// <summary>A line of text.</summary>
    /// <param name="line">The text.</param>
    /// <param name="x">Where it begins, or its middle.</param>
    /// <param name="baseline">The height on which its letters stand.</param>
    /// <param name="isCentred">Whether it is around that place.</param>
    public abstract void Text(TextLine line, double x, double baseline, bool isCentred);

    public abstract void Line(ArrowPath path);
}
