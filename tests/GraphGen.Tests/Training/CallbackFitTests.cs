using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Losses, metrics, optimizers and callbacks in trainings of a generated model.</summary>
public sealed class CallbackFitTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Tensor _x;
    private readonly Tensor _y;

    public CallbackFitTests()
    {
        random.manual_seed(3);
        _x = rand(64, 10);
        _y = _x.mean([1], keepdim: true).gt(0.5).to(ScalarType.Float32);
    }

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_training_that_gets_no_better_is_stopped()
    {
        using Mlp model = new();
        using var training = model.Compile(Optimizers.Adam(), Losses.BinaryCrossentropy(), Metrics.Accuracy());
        History history = training.Fit(
            _x,
            _y,
            epochs: 20,
            callbacks: [new LearningRateSchedule(_ => 0), new EarlyStopping("loss", patience: 3, minDelta: 1e-5)],
            verbosity: Verbosity.Silent);
        Assert.Equal(4, history.Epochs.Count);
    }

    [Fact]
    public void The_best_epoch_is_restored_saved_and_logged()
    {
        string file = Path.Combine(_folder, "best.safetensors");
        string csv = Path.Combine(_folder, "log.csv");
        using Mlp model = new();
        using var training = model.Compile(Optimizers.Adam(), Losses.BinaryCrossentropy(), Metrics.Accuracy(), Metrics.AUC());
        // Ruined from the sixth epoch on.
        Callback[] callbacks =
        [
            new LearningRateSchedule(epoch => epoch < 5 ? 0.01 : 1), new EarlyStopping(patience: 4, restoreBestWeights: true),
            new ModelCheckpoint(file, saveBestOnly: true), new CsvLogger(csv), new TensorBoard(_folder), new TerminateOnNaN(),
        ];
        History history = training.Fit(_x, _y, epochs: 30, validation: (_x, _y), callbacks: callbacks, verbosity: Verbosity.Silent);
        Assert.Equal(["loss", "accuracy", "auc", "val_loss", "val_accuracy", "val_auc"], history.Names);
        double best = history["val_loss"].Min();
        Assert.True(best < history["val_loss"][^1]);
        Assert.Equal(best, training.Evaluate(_x, _y)["loss"], 1e-6);
        using Mlp loaded = new();
        loaded.Load(file);
        using var evaluation = loaded.Compile(Optimizers.SGD(), Losses.BinaryCrossentropy());
        Assert.Equal(best, evaluation.Evaluate(_x, _y)["loss"], 1e-6);
        string[] rows = File.ReadAllLines(csv);
        Assert.Equal(history.Epochs.Count + 1, rows.Length);
        Assert.Equal(history["val_auc"][^1], double.Parse(rows[^1].Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_training_and_saves_nothing()
    {
        string file = Path.Combine(_folder, "last.dat");
        using Mlp model = new();
        using var training = model.Compile(Optimizers.SGD(1e30), Losses.MeanSquaredError());
        int batches = 0;
        History history = training.Fit(
            _x,
            _y / 0,
            epochs: 10,
            batchSize: 16,
            callbacks: [new TerminateOnNaN(), new ModelCheckpoint(file), new LambdaCallback(onBatchEnd: _ => batches++)],
            verbosity: Verbosity.Silent);
        Assert.Equal(1, batches);
        Assert.Empty(history.Epochs);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_callback_that_fails_is_named()
    {
        using Mlp model = new();
        using var training = model.Compile(Optimizers.Adam(), Losses.BinaryCrossentropy());
        CallbackException exception = Assert.Throws<CallbackException>(
            () => training.Fit(_x, _y, callbacks: [new EarlyStopping()], verbosity: Verbosity.Silent));
        Assert.Contains(nameof(EarlyStopping), exception.Message, StringComparison.Ordinal);
        Assert.Contains("Is there no validation?", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_that_do_not_fit_are_refused_before_the_first_step()
    {
        using Mlp model = new();
        using var training = model.Compile(Optimizers.Adam(), Losses.BinaryCrossentropy());
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => training.Fit(_x, _y.squeeze(1), verbosity: Verbosity.Silent));
        Assert.Contains("takes targets of the output's shape (32, 1), and got (32). Try 'target.reshape(-1, 1)'.", exception.Message, StringComparison.Ordinal);
        exception = Assert.ThrowsAny<ArgumentException>(() => training.Fit(_x, _y * 2, verbosity: Verbosity.Silent));
        Assert.Contains("takes targets from 0 to 1, and got 2.", exception.Message, StringComparison.Ordinal);
    }
}
