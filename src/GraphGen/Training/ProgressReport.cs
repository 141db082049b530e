using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace GraphGen.Training;

/// <summary>Writes how a training goes on; this one nothing.</summary>
internal class ProgressReport : Callback
{
    private long _start;

    /// <summary>The report for what was asked and where it goes.</summary>
    public static ProgressReport For(Verbosity verbosity) => verbosity switch
    {
        Verbosity.Silent => new ProgressReport(),
        Verbosity.Lines => new ProgressLines(AnsiConsole.Console),
        Verbosity.Bar => new ProgressBar(AnsiConsole.Console),
        _ => IsOnTerminal(AnsiConsole.Console) ? new ProgressBar(AnsiConsole.Console) : new ProgressLines(AnsiConsole.Console),
    };

    /// <summary>The time since the epoch began.</summary>
    protected TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Runs a training.</summary>
    public virtual void Show(Action training) => training();

    public override void OnEpochBegin(TrainingRun training) => _start = Stopwatch.GetTimestamp();

    /// <summary>Values as <c>loss 0.1234, binary_accuracy 0.9500</c>.</summary>
    protected static string Describe(IReadOnlyDictionary<string, double> logs) => string.Join(", ", logs.Select(log => $"{log.Key} {Describe(log.Value)}"));

    /// <summary>The line of a complete epoch.</summary>
    protected string Line(TrainingRun training, IReadOnlyDictionary<string, double> logs) =>
        string.Create(CultureInfo.InvariantCulture, $"epoch {training.Epoch + 1}/{training.Epochs}: {Describe(logs)}, {Elapsed.TotalSeconds:0.00} s");

    /// <summary>Four digits behind the point, or four significant ones of a small number.</summary>
    private static string Describe(double value) => value.ToString(value != 0 && Math.Abs(value) < 1e-3 ? "0.000e0" : "0.0000", CultureInfo.InvariantCulture);

    private static bool IsOnTerminal(IAnsiConsole console) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true } && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
