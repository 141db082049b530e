using System.Globalization;

namespace GraphGen.Plotting;

/// <summary>Paints the places of a diagram.</summary>
internal sealed class Picture
{
    /// <summary>How the names of the outermost boxes begin.</summary>
    public const string RootPrefix = "n";

    private const double Margin = 16;
    private const double TitleSize = 15;
    private const double TitleHeight = 30;
    private const double LabelDistance = 8;
    private const double LabelBaseline = 15;
    private const double OutputBorder = 2.4;

    private readonly TextLine _title;

    private readonly bool _canUnfold;

    /// <summary>The picture of a diagram.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <param name="canUnfold">Whether what is folded is painted too, for a page that can show it.</param>
    public Picture(Diagram diagram, bool canUnfold = false)
    {
        _canUnfold = canUnfold;
        Layout = Layout.Of(diagram);
        _title = new TextLine(diagram.Title, TitleSize, true, Colors.Text);
        Width = Math.Ceiling(Math.Max(Layout.Width, _title.Width) + (2 * Margin));
        Height = Math.Ceiling(Layout.Heights.Total + TitleHeight + (2 * Margin));
    }

    public Layout Layout { get; }

    public double Width { get; }

    public double Height { get; }

    public void Paint(Canvas canvas)
    {
        canvas.Text(_title, Width / 2, Margin + TitleSize, isCentred: true);
        canvas.Begin("model", "model", (Width - Layout.Width) / 2, Margin + TitleHeight);
        Paint(canvas, Layout, RootPrefix, null);
        canvas.End();
    }

    /// <summary>How the names of the boxes in a box begin.</summary>
    public static string PrefixOf(Box box) => $"{box.Id}_";

    /// <summary>The name of the line of a route.</summary>
    /// <param name="prefix">How the names of the diagram's boxes begin.</param>
    /// <param name="route">Which of its routes.</param>
    public static string RouteId(string prefix, int route) => string.Create(CultureInfo.InvariantCulture, $"{prefix}a{route}");

    private void Paint(Canvas canvas, Layout layout, string prefix, double? bottom)
    {
        Heights heights = layout.Heights;
        for (int i = 0; i < layout.Routes.Count; i++) Paint(canvas, layout.Routes[i], RouteId(prefix, i), heights, bottom);
        foreach (PlacedBox box in layout.Boxes)
        {
            canvas.Begin(box.Box.Id, ClassOf(box.Box), box.Left, Top(box, heights), BoxDetails.Of(box.Box));
            Paint(canvas, box);
            canvas.End();
        }
    }

    private static void Paint(Canvas canvas, Route route, string id, Heights heights, double? bottom)
    {
        double start = Top(route.From, heights) + route.From.Height;
        List<(double X, double Y)> points = [(route.Xs[0], start)];
        for (int i = 0; i + 1 < route.Xs.Count; i++)
        {
            int band = route.FirstBand + i;
            points.Add((route.Xs[i], heights.Tops[band] + heights.Bands[band] + Layout.Stem));
            points.Add((route.Xs[i + 1], heights.Tops[band + 1]));
        }

        points.Add((route.Xs[^1], route.To is { } to ? Top(to, heights) : bottom ?? heights.Tops[route.LastBand]));
        canvas.Line(new ArrowPath(id, route.From.Box.Id, route.To?.Box.Id ?? "", points, HasHead: route.To is not null || bottom is null));
        if (route.Label.Length == 0) return;
        canvas.Begin($"{id}l", "label", route.Xs[0], start);
        canvas.Text(new TextLine(route.Label, BoxText.Size, false, Colors.Muted), LabelDistance, LabelBaseline, isCentred: false);
        canvas.End();
    }

    private void Paint(Canvas canvas, PlacedBox box)
    {
        double height = box.Height;
        double radius = box.Box.Kind == BoxKind.Input ? height / 2 : 6;
        canvas.Rectangle(0, 0, box.Width, height, radius, Colors.Of(box.Box), box.Box.IsOutput ? OutputBorder : 1.2, isDashed: box.Box.Kind == BoxKind.Part);
        double y = (box.TextHeight - box.Lines.Sum(line => line.Height)) / 2;
        foreach (TextLine line in box.Lines)
        {
            canvas.Text(line, box.Width / 2, y + line.Size, isCentred: true);
            y += line.Height;
        }

        if (box.Inner is null || (box.Box.IsFolded && !_canUnfold)) return;
        canvas.Begin($"{box.Box.Id}_inner", "inner", box.InnerLeft, box.TextHeight);
        Paint(canvas, box.Inner, PrefixOf(box.Box), box.Inner.Heights.Total);
        canvas.End();
    }

    private static string ClassOf(Box box) => box.Inner is null ? "box" : box.IsFolded ? "box nested folded" : "box nested";

    private static double Top(PlacedBox box, Heights heights) => heights.Tops[box.Band] + ((heights.Bands[box.Band] - box.Height) / 2);
}
