namespace GraphGen.Plotting;

/// <summary>What stands in a box, line by line.</summary>
internal static class BoxText
{
    /// <summary>The size of all text but names.</summary>
    public const double Size = 12;

    private const double NameSize = 13;
    private const double Widest = 300;

    public static IReadOnlyList<TextLine> Of(Box box) =>
    [
        .. from line in Unbroken(box)
           where line.Text.Length > 0
           from part in line.Wrap(Widest)
           select part,
    ];

    private static IEnumerable<TextLine> Unbroken(Box box)
    {
        yield return new TextLine(box.Name, NameSize, true, Colors.Text);
        yield return new TextLine(box.Description, Size, false, Colors.Text);
        yield return new TextLine(box.Parameters, Size, false, Colors.Muted);
        yield return new TextLine(box.Sharing?.Text ?? "", Size, false, box.Sharing is { } sharing ? Colors.OfShared(sharing.Number).Line : Colors.Muted);
        yield return new TextLine(box.OutputText, Size, false, Colors.Output.Line);
    }
}
