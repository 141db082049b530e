namespace GraphGen.Plotting;

/// <summary>A box with its size and place.</summary>
internal sealed class PlacedBox
{
    private const double Margin = 12;
    private const double Narrowest = 64;

    public PlacedBox(Box box, Layout? inner)
    {
        (Box, Inner) = (box, inner);
        Lines = BoxText.Of(box);
        double text = Lines.Max(line => line.Width) + (2 * Margin);
        Width = Math.Max(Math.Ceiling(text), inner?.Width ?? Narrowest);
        TextHeight = Lines.Sum(line => line.Height) + Margin;
    }

    public Box Box { get; }

    /// <summary>The places within a nested model.</summary>
    public Layout? Inner { get; }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>The band that it stands in, counted from the top.</summary>
    public int Band { get; set; }

    /// <summary>Its middle from the left.</summary>
    public double Middle { get; set; }

    public double Left => Middle - (Width / 2);

    public double Width { get; }

    /// <summary>The height of its text.</summary>
    public double TextHeight { get; }

    /// <summary>How far what is nested begins from the left of the box.</summary>
    public double InnerLeft => (Width - Inner!.Width) / 2;

    /// <summary>Its height with what is shown of what is in it.</summary>
    public double Height => Inner is null || Box.IsFolded ? TextHeight : TextHeight + Inner.Heights.Total;

    /// <summary>Where a result leaves, from the middle; -1 for further parts of what the layer makes.</summary>
    public double PortOf(int result)
    {
        if (result < 0) return -Width / 4;
        if (Inner is null) return 0;
        return InnerLeft + Inner.Routes.Where(route => route.To is null).ElementAt(Box.Results[result].Output).Xs[^1] - (Width / 2);
    }

    /// <summary>Where an argument of a nested model enters, from the middle.</summary>
    public double EntryOf(int argument) => InnerLeft + Inner!.Inputs[argument].Middle - (Width / 2);
}

/// <summary>The way of an arrow.</summary>
/// <param name="From">The box that it leaves.</param>
/// <param name="To">The box that it reaches; null where it leaves the model.</param>
/// <param name="Xs">Where it passes each band, from that of the first box to that of the last.</param>
/// <param name="Label">The shape of what it carries, at the first of the arrows that carry it.</param>
/// <param name="LastBand">The band in which it ends.</param>
internal sealed record Route(PlacedBox From, PlacedBox? To, IReadOnlyList<double> Xs, string Label, int LastBand)
{
    public int FirstBand => From.Band;
}
