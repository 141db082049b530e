using System.Globalization;
using System.Text;

namespace GraphGen.Plotting;

/// <summary>Writes a picture as Scalable Vector Graphics.</summary>
internal sealed class SvgCanvas : Canvas
{
    private readonly StringBuilder _text = new();

    private SvgCanvas()
    {
    }

    public static string Draw(Picture picture)
    {
        var canvas = new SvgCanvas();
        canvas.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{picture.Width}" height="{picture.Height}" viewBox="0 0 {picture.Width} {picture.Height}" font-family="{Fonts.Families}">
            <rect width="100%" height="100%" fill="{Colors.Background}"/>

            """);
        picture.Paint(canvas);
        canvas.Append($"</svg>\n");
        return canvas._text.ToString();
    }

    public override void Begin(string id, string part, double x, double y, string details = "")
    {
        Append($"<g id=\"{id}\" class=\"{part}\" transform=\"translate({x:0.#} {y:0.#})\">\n");
        if (details.Length > 0) Append($"<title>{Xml.Escape(details)}</title>\n");
    }

    public override void End() => Append($"</g>\n");

    public override void Rectangle(double x, double y, double width, double height, double radius, Paint paint, double border, bool isDashed = false)
    {
        string dashes = isDashed ? " stroke-dasharray=\"4 3\"" : "";
        Append($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{radius:0.#}\" fill=\"{paint.Fill}\" stroke=\"{paint.Line}\" stroke-width=\"{border:0.#}\"{dashes}/>\n");
    }

    public override void Text(TextLine line, double x, double baseline, bool isCentred)
    {
        string anchor = isCentred ? " text-anchor=\"middle\"" : "";
        string weight = line.IsBold ? " font-weight=\"bold\"" : "";
        Append($"<text x=\"{x:0.#}\" y=\"{baseline:0.#}\" font-size=\"{line.Size}\"{weight} fill=\"{line.Color}\"{anchor}>{Xml.Escape(line.Text)}</text>\n");
    }

    public override void Line(ArrowPath path)
    {
        Append($"<g id=\"{path.Id}\" class=\"arrow\" data-from=\"{path.From}\" data-to=\"{path.To}\">\n<path d=\"");
        (double X, double Y) last = path.Points[0];
        Append($"M{last.X:0.#} {last.Y:0.#}");
        for (int i = 1; i < path.Points.Count; i++)
        {
            (double x, double y) = path.Points[i];
            double middle = (last.Y + y) / 2;
            if (i % 2 == 1 || x == last.X) Append($"L{x:0.#} {y:0.#}");
            else Append($"C{last.X:0.#} {middle:0.#} {x:0.#} {middle:0.#} {x:0.#} {y:0.#}");
            last = (x, y);
        }

        Append($"\" fill=\"none\" stroke=\"{Colors.Arrow}\" stroke-width=\"1.3\"/>\n");
        if (path.HasHead)
        {
            string head = string.Create(CultureInfo.InvariantCulture, $"M0 0l-{ArrowPath.HeadWidth} -{ArrowPath.HeadLength}h{2 * ArrowPath.HeadWidth}z");
            Append($"<path class=\"head\" d=\"{head}\" transform=\"translate({last.X:0.#} {last.Y:0.#})\" fill=\"{Colors.Arrow}\"/>\n");
        }

        Append($"</g>\n");
    }

    private void Append(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));
}
