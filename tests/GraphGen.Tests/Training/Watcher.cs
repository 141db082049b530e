using GraphGen.Training;

namespace GraphGen.Tests.Training;

/// <summary>A callback that notes what it is told, and does what a test asks at some moment.</summary>
internal sealed class Watcher(string name, List<string> notes) : Callback
{
    public Action<string, TrainingRun> Then { get; init; } = (_, _) => { };

    public override void OnTrainBegin(TrainingRun training) => Note("train begin", training);

    public override void OnTrainEnd(TrainingRun training) => Note("train end", training);

    public override void OnEpochBegin(TrainingRun training) => Note($"epoch {training.Epoch} begin", training);

    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => Note($"epoch {training.Epoch} end", training);

    public override void OnBatchBegin(TrainingRun training) => Note($"batch {training.Batch} begin", training);

    public override void OnBatchEnd(TrainingRun training) => Note($"batch {training.Batch} end", training);

    private void Note(string moment, TrainingRun training)
    {
        notes.Add($"{name}: {moment}");
        Then(moment, training);
    }
}
