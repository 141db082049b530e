using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Training;

/// <summary>Writes loss, metrics and the learning rate of each epoch for TensorBoard, by TorchSharp's writer.</summary>
/// <remarks>
/// Keras's <c>TensorBoard</c>, in its layout: scalars by names as <c>epoch_loss</c> in the folders <c>train</c> and <c>validation</c>, so that both are drawn
/// into one chart. They are <c>Float32</c>, and the step is the epoch, which counts from 0.
/// </remarks>
public sealed class TensorBoard : Callback
{
    private const string Validation = "val_";

    private readonly string _logDir;
    private readonly Dictionary<string, SummaryWriter> _writers = [];

    /// <summary>Writes to a folder.</summary>
    /// <param name="logDir">The folder, which is made; a training of its own each, to compare them.</param>
    public TensorBoard(string logDir = "logs")
    {
        ArgumentException.ThrowIfNullOrEmpty(logDir);
        _logDir = logDir;
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingRun training) => _writers.Clear();

    /// <inheritdoc/>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        foreach ((string name, double value) in logs)
        {
            bool isValidation = name.StartsWith(Validation, StringComparison.Ordinal);
            Write(isValidation ? "validation" : "train", isValidation ? name[Validation.Length..] : name, value, training.Epoch);
        }

        Write("train", "learning_rate", training.Optimizer.ParamGroups.First().LearningRate, training.Epoch);
    }

    private void Write(string folder, string name, double value, int epoch)
    {
        if (!_writers.TryGetValue(folder, out SummaryWriter? writer))
            _writers.Add(folder, writer = torch.utils.tensorboard.SummaryWriter(Path.Combine(_logDir, folder)));
        writer.add_scalar($"epoch_{name}", (float)value, epoch);
    }
}
