using System.Globalization;
using System.Text;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using OxyPlot.SkiaSharp;

namespace GraphGen.Plotting;

/// <summary>Draws what a training reached: below one another a panel for the loss and for each metric, with a line for training and one for validation.</summary>
internal sealed class HistoryPlot
{
    private const double Width = 720;
    private const double PanelHeight = 220;
    private const double Frame = 60;
    private const double BetweenPanels = 0.06;
    private const double TitleDistance = 10;
    private const int PixelsPerUnit = 2;
    private const int MostMarkers = 50;
    private const string Validation = "val_";

    private readonly PlotModel _plot;
    private readonly double _height;

    /// <summary>The plot of some values.</summary>
    /// <param name="epochs">The epochs, counted from 0.</param>
    /// <param name="values">A value an epoch by its name, those of the validation with <c>val_</c> before it.</param>
    public HistoryPlot(IReadOnlyList<int> epochs, IReadOnlyDictionary<string, IReadOnlyList<double>> values)
    {
        _plot = new PlotModel { Background = OxyColors.White, Culture = CultureInfo.InvariantCulture };
        _plot.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "epoch", MinimumMajorStep = 1, MinimumMinorStep = 1, MinimumPadding = 0.02, MaximumPadding = 0.02, AxisTitleDistance = TitleDistance });
        _plot.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopCenter, LegendOrientation = LegendOrientation.Horizontal });

        string[] panels = [.. values.Keys.Select(PanelOf).Distinct()];
        for (int i = 0; i < panels.Length; i++) AddAxis(panels[i], i, panels.Length);
        HashSet<bool> told = [];
        foreach ((string name, IReadOnlyList<double> line) in values) AddLine(name, epochs, line, isTold: told.Add(IsValidation(name)));
        _height = (PanelHeight * panels.Length) + Frame;
    }

    public byte[] Svg()
    {
        _plot.DefaultFont = Fonts.Families;
        var exporter = new OxyPlot.SvgExporter { Width = Width, Height = _height, IsDocument = true, TextMeasurer = new Measurer() };
        return Encoding.UTF8.GetBytes(exporter.ExportToString(_plot));
    }

    /// <summary>In pixels, two a unit.</summary>
    public byte[] Png()
    {
        _plot.DefaultFont = Fonts.Installed ?? _plot.DefaultFont;
        using var stream = new MemoryStream();
        // Shaping would ask for another native library, and names have no need of it.
        new PngExporter { Width = (int)Width * PixelsPerUnit, Height = (int)_height * PixelsPerUnit, Dpi = 96 * PixelsPerUnit, UseTextShaping = false }.Export(_plot, stream);
        return stream.ToArray();
    }

    private static bool IsValidation(string name) => name.StartsWith(Validation, StringComparison.Ordinal);

    private static string PanelOf(string name) => IsValidation(name) ? name[Validation.Length..] : name;

    /// <summary>From the top, where the axis counts from the bottom.</summary>
    private void AddAxis(string panel, int place, int count)
    {
        double height = 1.0 / count;
        double end = 1 - (place * height);
        _plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Key = panel,
            Title = panel,
            StartPosition = place == count - 1 ? 0 : end - height + (BetweenPanels / 2),
            EndPosition = place == 0 ? 1 : end - (BetweenPanels / 2),
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = OxyColor.Parse("#e5e8eb"),
            AxisTitleDistance = TitleDistance,
        });
    }

    private void AddLine(string name, IReadOnlyList<int> epochs, IReadOnlyList<double> values, bool isTold)
    {
        OxyColor color = OxyColor.Parse(IsValidation(name) ? Colors.Output.Line : Colors.Weighted.Line);
        var line = new LineSeries
        {
            YAxisKey = PanelOf(name),
            Color = color,
            StrokeThickness = 1.6,
            LineStyle = IsValidation(name) ? LineStyle.Dash : LineStyle.Solid,
            MarkerType = values.Count > MostMarkers ? MarkerType.None : MarkerType.Circle,
            MarkerSize = 2.5,
            MarkerFill = color,
        };
        if (isTold) line.Title = IsValidation(name) ? "validation" : "training";

        // People count from 1, as the progress does. What is no number is a gap.
        for (int i = 0; i < values.Count; i++) line.Points.Add(new DataPoint(epochs[i] + 1, double.IsFinite(values[i]) ? values[i] : double.NaN));
        _plot.Series.Add(line);
    }

    /// <summary>Text is as wide in the plot of a history as in that of a model, whatever fonts the machine has.</summary>
    private sealed class Measurer() : PdfRenderContext(1, 1, OxyColors.Undefined)
    {
        public override OxySize MeasureText(string? text, string fontFamily, double fontSize, double fontWeight) =>
            new(TextWidth.Of(text ?? "", fontSize, fontWeight >= FontWeights.Bold), 1.2 * fontSize);
    }
}
