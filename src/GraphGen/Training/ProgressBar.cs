using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphGen.Training;

/// <summary>Writes a bar that moves, and a line for each complete epoch above it.</summary>
/// <param name="console">Where to.</param>
internal sealed class ProgressBar(IAnsiConsole console) : ProgressReport
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private LiveDisplayContext? _display;
    private long _last;

    /// <summary>The display is drawn by the training's own thread, when it says so.</summary>
    public override void Show(Action training) => console.Live(new Text("")).AutoClear(true).Start(display =>
    {
        _display = display;
        training();
    });

    /// <summary>The numbers are asked for so seldom that a step does not feel it.</summary>
    public override void OnBatchEnd(TrainingRun training)
    {
        if (Stopwatch.GetElapsedTime(_last) < s_pause) return;
        Draw(training);
        _last = Stopwatch.GetTimestamp();
    }

    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => console.WriteLine(Line(training, logs));

    private void Draw(TrainingRun training)
    {
        int done = training.Batch + 1;
        double rate = done / Elapsed.TotalSeconds;
        string batches = training.Batches > 0 ? $"{done}/{training.Batches}" : $"{done}";
        string left = training.Batches > 0 ? string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((training.Batches - done) / rate):mm\\:ss} left") : "";
        string text = string.Create(
            CultureInfo.InvariantCulture, $"epoch {training.Epoch + 1}/{training.Epochs}, batch {batches}, {rate:0} batches/s{left}: {Describe(training.Logs())}");
        IRenderable bar = training.Batches > 0 ? new BreakdownChart().HideTags().AddItem("done", done, Color.Green).AddItem("left", training.Batches - done, Color.Grey) : new Text("");
        _display?.UpdateTarget(new Rows(bar, new Text(text)));
    }
}
