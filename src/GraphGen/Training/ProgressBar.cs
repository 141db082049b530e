using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace GraphGen.Training;

/// <summary>Writes a bar that moves, and a line for each complete epoch above it.</summary>
/// <param name="console">Where to.</param>
internal sealed class ProgressBar(IAnsiConsole console) : ProgressReport
{
    private const int Width = 30;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private LiveDisplayContext? _display;
    private long _last;

    /// <summary>The display is drawn by the training's own thread, when it says so.</summary>
    public override void Show(Action training) => console.Live(new Text("")).AutoClear(true).Start(display =>
    {
        _display = display;
        training();
    });

    /// <summary>The numbers are asked for, and drawn, so seldom that steps do not feel it.</summary>
    public override void OnBatchEnd(TrainingRun training)
    {
        if (Stopwatch.GetElapsedTime(_last) < s_pause) return;
        _display!.UpdateTarget(Draw(training));
        _last = Stopwatch.GetTimestamp();
    }

    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => console.WriteLine(Line(training, logs));

    private Paragraph Draw(TrainingRun training)
    {
        int done = training.Batch + 1;
        double rate = done / Elapsed.TotalSeconds;
        var drawing = new Paragraph();
        string batch = $"{done}";
        string left = "";
        if (training.Batches > 0)
        {
            int full = Width * done / training.Batches;
            string piece = console.Profile.Capabilities.Unicode ? "━" : "-";
            drawing.Append(string.Concat(Enumerable.Repeat(piece, full)), new Style(Color.Green));
            drawing.Append(string.Concat(Enumerable.Repeat(piece, Width - full)), new Style(Color.Grey));
            batch = $"{done}/{training.Batches}";
            left = string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((training.Batches - done) / rate):hh\\:mm\\:ss} left");
        }

        return drawing.Append(string.Create(
            CultureInfo.InvariantCulture, $" epoch {training.Epoch + 1}/{training.Epochs}, batch {batch}, {rate:0} batches/s{left}: {Describe(training.Logs())}"));
    }
}
