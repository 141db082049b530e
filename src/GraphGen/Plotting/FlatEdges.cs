namespace GraphGen.Plotting;

/// <summary>The arrows of a diagram between its innermost boxes, for formats in which an arrow may lead into a nested diagram.</summary>
internal static class FlatEdges
{
    /// <summary>The arrows, those within nested diagrams included.</summary>
    /// <param name="diagram">The diagram.</param>
    public static IEnumerable<FlatEdge> Of(Diagram diagram) => diagram.Arrows
        .Select(arrow => new FlatEdge(Source(arrow.From, arrow.Result), Entry(arrow.To, arrow.Argument), arrow.To.Kind == BoxKind.Part ? "" : arrow.From.Results[arrow.Result].Shape))
        .Concat(diagram.Boxes.SelectMany(box => box.Shown is { } shown ? Of(shown) : []));

    /// <summary>The innermost box that makes a result.</summary>
    public static Box Source(Box box, int result)
    {
        if (box.Shown is not { } shown) return box;
        Outlet outlet = shown.Outlets[box.Results[result].Output];
        return Source(outlet.From, outlet.Result);
    }

    private static Box Entry(Box box, int argument) => box.Shown is { } shown ? shown.Inputs[argument] : box;
}

/// <summary>An arrow between two boxes without nested diagrams.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">The shape of what it carries; empty where that stands elsewhere.</param>
internal sealed record FlatEdge(Box From, Box To, string Label);
