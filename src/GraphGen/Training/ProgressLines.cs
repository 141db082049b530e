using Spectre.Console;

namespace GraphGen.Training;

/// <summary>Writes a line an epoch, as long as it is: where it goes there is no width to fit.</summary>
/// <param name="console">Where to.</param>
internal sealed class ProgressLines(IAnsiConsole console) : ProgressReport
{
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => console.Profile.Out.Writer.WriteLine(Line(training, logs));
}
