using CsCheck;
using GraphGen.Persistence;
using GraphGen.Tests.Training;
using GraphGen.Training;
using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>Weights, running statistics, and numbers drawn at random in each step.</summary>
[Model]
public partial class Backed
{
    static readonly Input x = Input(6);
    static readonly Node hidden = BatchNormalization()(Dense(8, ReLU)(x));
    static readonly Output y = Dense(1)(Dropout(0.3)(hidden));
}

/// <summary>A training that is killed and started again ends as one that never was.</summary>
public sealed class BackupAndRestoreTests : IDisposable
{
    private const int Epochs = 5;
    private const int Batches = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x;
    private readonly Tensor _y;

    public BackupAndRestoreTests()
    {
        random.manual_seed(3);
        _x = rand(32, 6);
        _y = _x.sum(1, keepdim: true);
    }

    private string Backup => _folder.File("training.backup");

    public static TheoryData<string> Optimizers => [nameof(optim.Adam), nameof(optim.SGD), nameof(optim.RMSProp)];

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Killed_at_any_moments_it_ends_with_the_same_weights_and_history(string optimizer)
    {
        (Dictionary<string, Tensor> weights, History history) = Fit(optimizer, seed: 1);
        const int Moments = 2 + (Epochs * (2 + (2 * Batches)));
        Gen.Int[1, Moments].Array[1, 4].Sample(
            kills =>
            {
                for (int start = 0; ; start++)
                {
                    // Started again it draws other numbers at first; the file has those that count.
                    var killer = new Killer(start < kills.Length ? kills[start] : int.MaxValue);
                    try
                    {
                        (Dictionary<string, Tensor> resumed, History history2) = Fit(optimizer, start + 1, new BackupAndRestore(Backup), killer);
                        AssertEqual(weights, resumed);
                        Assert.Equal(history.Epochs, history2.Epochs);
                        Assert.Equal(history.Names, history2.Names);
                        Assert.All(history.Names, name => Assert.Equal(history[name], history2[name]));
                        Assert.Empty(_folder.Names);
                        return;
                    }
                    catch (CallbackException fault) when (fault.InnerException is KilledException)
                    {
                        Assert.Equal(["training.backup"], _folder.Names);
                    }
                }
            },
            iter: 12,
            threads: 1);
    }

    [Fact]
    public void A_damaged_file_and_one_of_another_training_are_refused()
    {
        Assert.Throws<CallbackException>(() => Fit(nameof(optim.Adam), 1, new BackupAndRestore(Backup), new Killer(12)));
        byte[] file = File.ReadAllBytes(Backup);
        Assert.Contains("has the state of another optimizer", Refused(nameof(optim.SGD)).Message, StringComparison.Ordinal);
        using (var other = new Filed())
        {
            var run = new Run(other, optim.Adam(other.parameters()));
            Assert.Throws<ModelMismatchException>(() => new BackupAndRestore(Backup).OnTrainBegin(run));
        }

        foreach (int at in new[] { 0, 30, file.Length / 2, file.Length - 1 })
        {
            byte[] damaged = [.. file];
            damaged[at] ^= 1;
            File.WriteAllBytes(Backup, damaged);
            Assert.Contains("check sum", Refused(nameof(optim.Adam)).Message, StringComparison.Ordinal);
            Assert.Equal(damaged, File.ReadAllBytes(Backup));
        }

        File.WriteAllBytes(Backup, file[..20]);
        Assert.Contains("too short", Refused(nameof(optim.Adam)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(Backup, []);
        Assert.Contains("is empty", Refused(nameof(optim.Adam)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizer_without_a_state_to_save_is_refused()
    {
        using var model = new Backed();
        var run = new Run(model, optim.LBFGS(model.parameters()));
        Assert.Contains("LBFGS", Assert.Throws<NotSupportedException>(() => new BackupAndRestore(Backup).OnTrainBegin(run)).Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    private static void AssertEqual(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string key, Tensor tensor) in expected) Assert.True(tensor.Equals(actual[key]), key);
    }

    /// <summary>What the callback finds wrong; the weights must not have changed.</summary>
    private Exception Refused(string optimizer)
    {
        using var model = new Backed();
        Dictionary<string, Tensor> before = States.Copy(model);
        Exception fault = Assert.Throws<ModelFileException>(() => new BackupAndRestore(Backup).OnTrainBegin(new Run(model, NewOptimizer(optimizer, model.parameters()))));
        States.AssertEqual(before, model);
        return fault;
    }

    /// <summary>What a process does.</summary>
    private (Dictionary<string, Tensor> Weights, History History) Fit(string optimizer, int seed, params Callback[] callbacks)
    {
        random.manual_seed(seed);
        using var model = new Backed();
        using var training = model.Compile(weights => NewOptimizer(optimizer, weights), new SquaredError(), new AbsoluteError());
        training.GradientAccumulationSteps = 3;
        History history = training.Fit(_x, _y, epochs: Epochs, batchSize: 32 / Batches, callbacks: callbacks, verbosity: Verbosity.Silent);
        return (States.Copy(model), history);
    }

    private static optim.Optimizer NewOptimizer(string name, IEnumerable<TorchSharp.Modules.Parameter> weights) => name switch
    {
        nameof(optim.Adam) => optim.Adam(weights, 0.01),
        nameof(optim.SGD) => optim.SGD(weights, 0.01, momentum: 0.9),
        _ => optim.RMSProp(weights, 0.01),
    };

    private sealed class KilledException : Exception;

    /// <summary>Ends the training when it has been told of something a number of times.</summary>
    private sealed class Killer(int moment) : Callback
    {
        private int _moments;

        public override void OnTrainBegin(TrainingRun training) => Count();

        public override void OnEpochBegin(TrainingRun training) => Count();

        public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => Count();

        public override void OnBatchBegin(TrainingRun training) => Count();

        public override void OnBatchEnd(TrainingRun training) => Count();

        private void Count()
        {
            if (++_moments == moment) throw new KilledException();
        }
    }

    private sealed class Run(nn.Module model, optim.Optimizer optimizer) : TrainingRun
    {
        public override nn.Module Model => model;

        public override optim.Optimizer Optimizer => optimizer;

        public override IReadOnlyDictionary<string, double> Logs() => new Dictionary<string, double>();
    }
}
