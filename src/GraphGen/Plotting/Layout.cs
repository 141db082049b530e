namespace GraphGen.Plotting;

/// <summary>
/// The boxes of a diagram in bands from top to bottom, each below those that it reads. Where a box stands from left to right is fixed; how far down follows from the heights
/// of the bands, so that a page can fold a nested model by lowering its box and adding up again.
/// </summary>
internal sealed class Layout
{
    /// <summary>How far arrows go straight down below a band, beside their labels.</summary>
    public const double Stem = 20;

    /// <summary>What is free around the boxes.</summary>
    public const double Padding = 12;

    private const double BetweenBoxes = 22;
    private const double PassageWidth = 10;
    private const double LabelDistance = 8;

    private readonly Diagram _diagram;
    private readonly bool _isNested;

    private Layout(Diagram diagram, bool isNested)
    {
        (_diagram, _isNested) = (diagram, isNested);
        Dictionary<Box, int> vertices = [];
        foreach (Box box in diagram.Boxes) vertices.Add(box, vertices.Count);
        Boxes = [.. diagram.Boxes.Select(box => new PlacedBox(box, box.Inner is null ? null : new Layout(box.Inner, isNested: true)))];

        Link[] links =
        [
            .. diagram.Arrows.Select(arrow => new Link(vertices[arrow.From], PortOf(arrow), vertices[arrow.To], (arrow.Argument + 0.5) / arrow.To.Reads.Count)),
            .. diagram.Outlets.Select((outlet, i) => new Link(vertices[outlet.From], outlet.Result, Boxes.Count + i, 0.5)),
        ];
        RankedGraph graph = new(RanksOf(links), links);
        Ordering.Apply(graph);
        double[] middles = Placement.Of(graph, (left, right) => RightOf(left, graph) + LeftOf(right, graph) + (graph.IsPassage(left) && graph.IsPassage(right) ? 0 : BetweenBoxes));

        double start = middles.Length == 0 ? 0 : middles.Select((middle, vertex) => middle - LeftOf(vertex, graph)).Min();
        middles = Array.ConvertAll(middles, middle => Math.Round(middle - start + Padding, 1));
        Width = middles.Length == 0 ? 0 : Padding + middles.Select((middle, vertex) => middle + RightOf(vertex, graph)).Max();
        for (int i = 0; i < Boxes.Count; i++) (Boxes[i].Middle, Boxes[i].Band) = (middles[i], graph.RankOf(i));
        Inputs = [.. diagram.Inputs.Select(input => Boxes[vertices[input]])];
        Routes = [.. RoutesOf(graph, links, middles)];
        Curves = [.. graph.Ranks.Select((_, band) => Math.Round(CurveOf(band)))];
        Heights = Stack();
    }

    /// <summary>The places of a diagram.</summary>
    /// <param name="diagram">The diagram.</param>
    public static Layout Of(Diagram diagram) => new(diagram, isNested: false);

    public IReadOnlyList<PlacedBox> Boxes { get; }

    /// <summary>The boxes of the inputs, in the order of the arguments.</summary>
    public IReadOnlyList<PlacedBox> Inputs { get; }

    public IReadOnlyList<Route> Routes { get; }

    /// <summary>How high the curves below each band are.</summary>
    public IReadOnlyList<double> Curves { get; }

    public double Width { get; }

    /// <summary>The places from top to bottom, with what is shown of nested models.</summary>
    public Heights Heights { get; }

    private Heights Stack()
    {
        var bands = new double[Curves.Count];
        foreach (PlacedBox box in Boxes) bands[box.Band] = Math.Max(bands[box.Band], box.Height);
        var tops = new double[bands.Length];
        double y = Padding;
        for (int i = 0; i < bands.Length; i++)
        {
            tops[i] = y;
            y += bands[i] + (i + 1 < bands.Length ? Stem + Curves[i] : Padding);
        }

        return new Heights(tops, bands, y);
    }

    private int[] RanksOf(Link[] links)
    {
        int count = Boxes.Count + _diagram.Outlets.Count;
        int[] ranks = Ranking.Of(count, links, vertex => _isNested && _diagram.Boxes[vertex].Kind == BoxKind.Input);

        // What leaves a nested model does so at its bottom.
        int last = ranks.Append(0).Max();
        for (int i = Boxes.Count; i < count && _isNested; i++) ranks[i] = last;
        return ranks;
    }

    /// <summary>Results have ports of their own, and further parts of what a layer makes another one.</summary>
    private static int PortOf(Arrow arrow) => arrow.To.Kind == BoxKind.Part ? -1 : arrow.Result;

    private double LeftOf(int vertex, RankedGraph graph) => vertex < Boxes.Count ? Boxes[vertex].Width / 2 : PassageWidth / 2 + (graph.IsPassage(vertex) ? 0 : 4);

    /// <summary>With the labels beside the arrows that leave a box.</summary>
    private double RightOf(int vertex, RankedGraph graph) => vertex < Boxes.Count
        ? Boxes[vertex].Box.Results.Select((result, i) => Boxes[vertex].PortOf(i) + LabelDistance + TextWidth.Of(result.Shape, BoxText.Size)).Append(Boxes[vertex].Width / 2).Max()
        : LeftOf(vertex, graph);

    private IEnumerable<Route> RoutesOf(RankedGraph graph, Link[] links, double[] middles)
    {
        var ends = new double[links.Length];
        foreach (IGrouping<int, int> arrivals in Enumerable.Range(0, links.Length).GroupBy(i => links[i].To))
        {
            int[] fromLeft = [.. arrivals.OrderBy(i => middles[graph.Paths[i][^2]])];
            for (int i = 0; i < fromLeft.Length; i++) ends[fromLeft[i]] = middles[arrivals.Key] + OffsetOf(arrivals.Key, fromLeft[i], i, fromLeft.Length);
        }

        HashSet<(int, int)> labelled = [];
        for (int i = 0; i < links.Length; i++)
        {
            Link link = links[i];
            PlacedBox from = Boxes[link.From];
            PlacedBox? to = link.To < Boxes.Count ? Boxes[link.To] : null;
            double[] xs = [middles[link.From] + from.PortOf(link.Port), .. graph.Paths[i].Skip(1).SkipLast(1).Select(passage => middles[passage]), ends[i]];
            string label = link.Port >= 0 && labelled.Add((link.From, link.Port)) ? from.Box.Results[link.Port].Shape : "";
            yield return new Route(from, to, xs, label, graph.RankOf(link.To));
        }
    }

    /// <summary>Where an arrow arrives: a nested model is entered above its input, and any other box from left to right as the arrows come.</summary>
    private double OffsetOf(int vertex, int link, int place, int count)
    {
        if (vertex >= Boxes.Count) return 0;
        PlacedBox box = Boxes[vertex];
        if (box.Inner is not null) return box.EntryOf(_diagram.Arrows[link].Argument);
        double step = Math.Min(26, (box.Width - 24) / count);
        return (place - ((count - 1) / 2.0)) * step;
    }

    /// <summary>Higher where arrows go far to the side, so that they stay steep enough to be followed.</summary>
    private double CurveOf(int band)
    {
        double farthest = 0;
        foreach (Route route in Routes)
        {
            int i = band - route.FirstBand;
            if (i >= 0 && i + 1 < route.Xs.Count) farthest = Math.Max(farthest, Math.Abs(route.Xs[i + 1] - route.Xs[i]));
        }

        return 20 + Math.Min(70, 0.12 * farthest);
    }
}

/// <summary>The places of bands from top to bottom.</summary>
/// <param name="Tops">Where each band begins.</param>
/// <param name="Bands">How high each band is.</param>
/// <param name="Total">How high all are, with what is free around them.</param>
internal sealed record Heights(IReadOnlyList<double> Tops, IReadOnlyList<double> Bands, double Total);
