using SkiaSharp;

namespace GraphGen.Plotting;

/// <summary>Paints a picture in pixels.</summary>
internal sealed class PngCanvas : Canvas, IDisposable
{
    private const double Scale = 2;
    private const double LongestSide = 16_000;
    private const double MostPixels = 100e6;

    private readonly SKCanvas _canvas;
    private readonly SKTypeface _regular = Typeface(SKFontStyle.Normal);
    private readonly SKTypeface _bold = Typeface(SKFontStyle.Bold);

    private PngCanvas(SKCanvas canvas)
    {
        _canvas = canvas;
    }

    /// <summary>The picture at two pixels a unit, or as many fewer as keep it of a size that viewers open.</summary>
    public static byte[] Draw(Picture picture)
    {
        double scale = new[] { Scale, LongestSide / picture.Width, LongestSide / picture.Height, Math.Sqrt(MostPixels / (picture.Width * picture.Height)) }.Min();
        using SKSurface surface = SKSurface.Create(new SKImageInfo((int)Math.Ceiling(picture.Width * scale), (int)Math.Ceiling(picture.Height * scale)));
        surface.Canvas.Clear(SKColor.Parse(Colors.Background));
        surface.Canvas.Scale((float)scale);
        using (var canvas = new PngCanvas(surface.Canvas)) picture.Paint(canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
    }

    public override void Begin(string id, string part, double x, double y, string details = "")
    {
        _canvas.Save();
        _canvas.Translate((float)x, (float)y);
    }

    public override void End() => _canvas.Restore();

    public override void Rectangle(double x, double y, double width, double height, double radius, Paint paint, double border, bool isDashed = false)
    {
        var rectangle = new SKRoundRect(SKRect.Create((float)x, (float)y, (float)width, (float)height), (float)radius);
        using SKPaint fill = PaintOf(paint.Fill);
        _canvas.DrawRoundRect(rectangle, fill);
        using SKPaint stroke = Stroke(paint.Line, border);
        using SKPathEffect? dashes = isDashed ? SKPathEffect.CreateDash([4, 3], 0) : null;
        stroke.PathEffect = dashes;
        _canvas.DrawRoundRect(rectangle, stroke);
    }

    public override void Text(TextLine line, double x, double baseline, bool isCentred)
    {
        using SKPaint paint = PaintOf(line.Color);
        paint.Typeface = line.IsBold ? _bold : _regular;
        paint.TextSize = (float)line.Size;
        paint.TextAlign = isCentred ? SKTextAlign.Center : SKTextAlign.Left;

        // Whatever font the machine has, the text fits in the space that was measured for it.
        float width = paint.MeasureText(line.Text);
        if (width > line.Width) paint.TextScaleX = (float)line.Width / width;
        _canvas.DrawText(line.Text, (float)x, (float)baseline, paint);
    }

    public override void Line(ArrowPath path)
    {
        using var line = new SKPath();
        SKPoint last = PointOf(path.Points[0]);
        line.MoveTo(last);
        for (int i = 1; i < path.Points.Count; i++)
        {
            SKPoint next = PointOf(path.Points[i]);
            float middle = (last.Y + next.Y) / 2;
            if (i % 2 == 1) line.LineTo(next);
            else line.CubicTo(last.X, middle, next.X, middle, next.X, next.Y);
            last = next;
        }

        using SKPaint stroke = Stroke(Colors.Arrow, 1.3);
        _canvas.DrawPath(line, stroke);
        if (!path.HasHead) return;
        using var head = new SKPath();
        head.AddPoly([last, new SKPoint(last.X - (float)ArrowPath.HeadWidth, last.Y - (float)ArrowPath.HeadLength), new SKPoint(last.X + (float)ArrowPath.HeadWidth, last.Y - (float)ArrowPath.HeadLength)]);
        using SKPaint fill = PaintOf(Colors.Arrow);
        _canvas.DrawPath(head, fill);
    }

    private static SKTypeface Typeface(SKFontStyle style) => SKTypeface.FromFamilyName(Fonts.Installed, style);

    private static SKPoint PointOf((double X, double Y) point) => new((float)point.X, (float)point.Y);

    private static SKPaint PaintOf(string color) => new() { Color = SKColor.Parse(color), IsAntialias = true };

    private static SKPaint Stroke(string color, double width)
    {
        SKPaint paint = PaintOf(color);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)width;
        return paint;
    }
}
