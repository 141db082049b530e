using System.Globalization;
using System.Xml.Linq;
using GraphGen.Tests.Training;
using GraphGen.Training;
using SkiaSharp;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Plotting;

/// <summary>What a training reached, as a picture.</summary>
public sealed class HistoryPlotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly History _history = Train();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Svg_has_a_panel_for_loss_and_each_metric_and_a_line_for_each_value()
    {
        _history.Plot(_folder.File("history.svg"));
        XElement svg = Load();
        string[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];
        Assert.Contains("loss", texts);
        Assert.Contains("training", texts);
        Assert.Contains("validation", texts);
        Assert.Contains("epoch", texts);
        Assert.Equal(_history.Names.Count, Lines(svg).Count(line => line.Length == _history.Epochs.Count));
    }

    [Fact]
    public void A_line_goes_down_where_a_loss_does()
    {
        _history.Plot(_folder.File("history.svg"));
        double[] loss = [.. _history["loss"]];
        double[] drawn = [.. Lines(Load()).First(line => line.Length == loss.Length).Select(point => point.Y)];

        // A pixel further down, with y counted from the top, is so much less loss everywhere.
        double[] scales = [.. Enumerable.Range(1, loss.Length - 1).Select(i => (loss[0] - loss[i]) / (drawn[i] - drawn[0]))];
        Assert.All(scales, scale => Assert.Equal(scales[0], scale, 0.02 * scales[0]));
        Assert.True(scales[0] > 0);
    }

    [Fact]
    public void Png_is_two_pixels_a_unit()
    {
        _history.Plot(_folder.File("history.svg"));
        _history.Plot(_folder.File("history.png"));
        using SKBitmap bitmap = SKBitmap.Decode(_folder.File("history.png"));
        XElement svg = Load();
        Assert.Equal((2 * (int)svg.Attribute("width")!, 2 * (int)svg.Attribute("height")!), (bitmap.Width, bitmap.Height));
        Assert.Contains(Enumerable.Range(0, bitmap.Width), x => bitmap.GetPixel(x, bitmap.Height / 4) != SKColors.White);
    }

    [Fact]
    public void The_language_of_the_machine_changes_nothing()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        _history.Plot(_folder.File("history.svg"));
        string expected = File.ReadAllText(_folder.File("history.svg"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            _history.Plot(_folder.File("history.svg"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(expected, File.ReadAllText(_folder.File("history.svg")));
    }

    [Fact]
    public void Another_extension_and_an_empty_history_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => _history.Plot(_folder.File("history.html")));
        Assert.StartsWith("The plot of a history is written to a file with one of the extensions .svg, .png, and got ", error.Message, StringComparison.Ordinal);
        Assert.Equal("The history has no epochs to draw.", Assert.Throws<InvalidOperationException>(() => new History().Plot(_folder.File("history.svg"))).Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static History Train()
    {
        using IDisposable scope = NewDisposeScope();
        random.manual_seed(1);
        using Mlp model = new();
        Tensor x = rand(64, 10);
        Tensor y = x.sum(1, keepdim: true).gt(5).to(ScalarType.Float32);
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError(), new AbsoluteError());
        return training.Fit(x, y, epochs: 12, validationSplit: 0.25, seed: 1, verbosity: Verbosity.Silent);
    }

    private XElement Load() => XDocument.Load(_folder.File("history.svg")).Root!;

    /// <summary>The points of each line.</summary>
    private static IEnumerable<(double X, double Y)[]> Lines(XElement svg) => svg.Descendants()
        .Where(element => element.Name.LocalName == "polyline")
        .Select(line => line.Attribute("points")!.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(point => (point[0], point[1]))
            .ToArray());
}
