using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphGen.Inspection;

namespace GraphGen.Tests.Plotting;

/// <summary>A plot as a viewer sees it, read from its file: what stands where.</summary>
internal sealed partial class SvgPicture
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private SvgPicture(string text)
    {
        Text = text;
        XElement root = XDocument.Parse(text).Root!;
        Frame = new Area(0, 0, Number(root, "width"), Number(root, "height"));
        Read(root, 0, 0, null);
    }

    public string Text { get; }

    public Area Frame { get; }

    /// <summary>All boxes, nested ones behind those that they are in.</summary>
    public List<SeenBox> Boxes { get; } = [];

    public List<SeenArrow> Arrows { get; } = [];

    public List<(string Text, Area Area)> Labels { get; } = [];

    public static SvgPicture Of(ModelGraph graph)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("model.svg");
        ModelPlot.Save(graph, path);
        return Parse(File.ReadAllText(path));
    }

    public static SvgPicture Parse(string text) => new(text);

    private static double Number(XElement element, string name) => Parse1(element.Attribute(name)!.Value);

    private static double Parse1(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Read(XElement element, double x, double y, SeenBox? parent)
    {
        foreach (XElement child in element.Elements(s_svg + "g"))
        {
            (double left, double top) = (x, y);
            if (child.Attribute("transform") is { } transform)
            {
                MatchCollection numbers = Numbers().Matches(transform.Value);
                (left, top) = (x + Parse1(numbers[0].Value), y + Parse1(numbers[1].Value));
            }

            string[] kinds = child.Attribute("class")!.Value.Split(' ');
            SeenBox? within = parent;
            if (kinds.Contains("box")) Boxes.Add(within = ReadBox(child, left, top, parent));
            if (kinds.Contains("arrow")) Arrows.Add(ReadArrow(child, x, y));
            if (kinds.Contains("label")) Labels.Add(ReadText(child.Element(s_svg + "text")!, left, top));
            Read(child, left, top, within);
        }
    }

    private static SeenBox ReadBox(XElement group, double x, double y, SeenBox? parent)
    {
        XElement shape = group.Element(s_svg + "rect")!;
        (string Text, Area Area)[] texts = [.. group.Elements(s_svg + "text").Select(text => ReadText(text, x, y))];
        return new SeenBox(
            group.Attribute("id")!.Value,
            new Area(x, y, x + Number(shape, "width"), y + Number(shape, "height")),
            shape.Attribute("fill")!.Value,
            [.. texts.Select(text => text.Text)],
            [.. texts.Select(text => text.Area)],
            group.Element(s_svg + "title")!.Value,
            parent);
    }

    /// <summary>The place of a line of text, with letters of a common mean width.</summary>
    private static (string, Area) ReadText(XElement text, double x, double y)
    {
        double size = Number(text, "font-size");
        double width = text.Value.Length * size * 0.5;
        bool isCentred = (string?)text.Attribute("text-anchor") == "middle";
        double left = x + Number(text, "x") - (isCentred ? width / 2 : 0);
        double baseline = y + Number(text, "y");
        return (text.Value, new Area(left, baseline - (0.75 * size), left + width, baseline + (0.2 * size)));
    }

    private static SeenArrow ReadArrow(XElement group, double x, double y)
    {
        List<(double X, double Y)> points = [];
        foreach (Match step in Steps().Matches(group.Element(s_svg + "path")!.Attribute("d")!.Value))
        {
            double[] numbers = [.. Numbers().Matches(step.Value).Select(number => Parse1(number.Value))];
            (double X, double Y) end = (x + numbers[^2], y + numbers[^1]);
            if (step.Value[0] == 'M')
            {
                points.Add(end);
                continue;
            }

            (double X, double Y) start = points[^1];
            (double X, double Y)[] curve = step.Value[0] == 'L' ? [start, start, end, end] : [start, (x + numbers[0], y + numbers[1]), (x + numbers[2], y + numbers[3]), end];
            points.AddRange(Enumerable.Range(1, 20).Select(i => Between(curve, i / 20.0)));
        }

        return new SeenArrow(group.Attribute("data-from")!.Value, group.Attribute("data-to")!.Value, points, group.Elements(s_svg + "path").Count() == 2);
    }

    /// <summary>A point of a Bézier curve.</summary>
    private static (double X, double Y) Between((double X, double Y)[] curve, double t)
    {
        double[] weights = [Math.Pow(1 - t, 3), 3 * t * Math.Pow(1 - t, 2), 3 * t * t * (1 - t), t * t * t];
        return (curve.Zip(weights, (point, weight) => point.X * weight).Sum(), curve.Zip(weights, (point, weight) => point.Y * weight).Sum());
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex("[MLC][^MLC]*")]
    private static partial Regex Steps();
}

/// <summary>A rectangle in pixels.</summary>
internal sealed record Area(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Area other) => Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;

    public bool Holds((double X, double Y) point) => point.X > Left && point.X < Right && point.Y > Top && point.Y < Bottom;

    public Area Smaller(double by) => new(Left + by, Top + by, Right - by, Bottom - by);
}

/// <summary>A box in a picture.</summary>
internal sealed record SeenBox(string Id, Area Area, string Fill, IReadOnlyList<string> Lines, IReadOnlyList<Area> LineAreas, string Details, SeenBox? Parent)
{
    public bool IsWithin(SeenBox other) => Parent is { } parent && (parent.Id == other.Id || parent.IsWithin(other));
}

/// <summary>An arrow in a picture, as points along its line.</summary>
internal sealed record SeenArrow(string From, string To, IReadOnlyList<(double X, double Y)> Points, bool HasHead);
