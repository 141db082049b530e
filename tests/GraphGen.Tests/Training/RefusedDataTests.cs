using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What does not fit is told before the first step, by the name of the argument.</summary>
public class RefusedDataTests : Scoped
{
    private readonly Mlp _model = new();
    private readonly Trainer<Tensor, Tensor> _training;
    private readonly double[] _before;

    public RefusedDataTests()
    {
        _training = _model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        _before = Weights(_model);
    }

    public static TheoryData<string, string, Action<Trainer<Tensor, Tensor>>> Refused => new()
    {
        { "inputs", "empty", training => Fit(training, rand(0, 10), rand(0, 1)) },
        { "targets", "5", training => Fit(training, rand(6, 10), rand(5, 1)) },
        { "targets", "(6, 1), the target (6)", training => Fit(training, rand(6, 10), rand(6)) },
        { "targets", "a target is 10000000", training => Fit(training, rand(6, 10), tensor(new float[] { 0, 0, 0, 0, 0, 1e7f }).unsqueeze(1)) },
        { "targets", "(2, 1), the target (2, 2)", training => training.Fit(rand(6, 10), rand(6, 1), validation: (rand(2, 10), rand(2, 2))) },
        { "targets", "single number", training => Fit(training, rand(6, 10), tensor(1f)) },
        { "inputs", "null", training => Fit(training, null!, rand(6, 1)) },
        { "targets", "null", training => Fit(training, rand(6, 10), null!) },
        { "visible", "(6, 9)", training => Fit(training, rand(6, 9), rand(6, 1)) },
        { "visible", "Float64", training => Fit(training, rand(6, 10, dtype: ScalarType.Float64), rand(6, 1)) },
        { "epochs", "-1", training => training.Fit(rand(6, 10), rand(6, 1), epochs: -1) },
        { "initialEpoch", "-1", training => training.Fit(rand(6, 10), rand(6, 1), initialEpoch: -1) },
        { "batchSize", "0", training => training.Fit(rand(6, 10), rand(6, 1), batchSize: 0) },
        { "batchSize", "0", training => training.Evaluate(rand(6, 10), rand(6, 1), batchSize: 0) },
        { "batchSize", "0", training => training.Predict(rand(6, 10), batchSize: 0) },
        { "validationSplit", "1", training => training.Fit(rand(6, 10), rand(6, 1), validationSplit: 1) },
        { "validationSplit", "-0.1", training => training.Fit(rand(6, 10), rand(6, 1), validationSplit: -0.1) },
        { "validationSplit", "NaN", training => training.Fit(rand(6, 10), rand(6, 1), validationSplit: double.NaN) },
        { "validationSplit", "none for training", training => training.Fit(rand(1, 10), rand(1, 1), validationSplit: 0.5) },
        { "validationSplit", "both", training => training.Fit(rand(6, 10), rand(6, 1), validationSplit: 0.5, validation: (rand(6, 10), rand(6, 1))) },
        { "sampleWeight", "(5)", training => training.Fit(rand(6, 10), rand(6, 1), sampleWeight: rand(5)) },
        { "sampleWeight", "(6, 1)", training => training.Fit(rand(6, 10), rand(6, 1), sampleWeight: rand(6, 1)) },
        { "classWeight", "-1", training => training.Fit(rand(6, 10), rand(6, 1), classWeight: new Dictionary<int, double> { [-1] = 1 }) },
        { "classWeight", "NaN", training => training.Fit(rand(6, 10), rand(6, 1), classWeight: new Dictionary<int, double> { [0] = double.NaN }) },
        { "callbacks", "1", training => training.Fit(rand(6, 10), rand(6, 1), callbacks: [new Watcher("first", []), null!]) },
        { "batches", "empty", training => training.Fit(new List<(Tensor, Tensor)>()) },
        { "batches", "3 tensors", training => training.Fit([[rand(6, 10), rand(6, 1), rand(6, 1)]]) },
        { "batches", "'output'", training => training.Fit([new Dictionary<string, Tensor> { ["visible"] = rand(6, 10), ["label"] = rand(6, 1) }]) },
        { "targets", "the target (6)", training => training.Fit([(rand(6, 10), rand(6))]) },
        { "targets", "5", training => training.Fit([(rand(6, 10), rand(5, 1))]) },
        { "inputs", "empty", training => training.Evaluate(rand(0, 10), rand(0, 1)) },
        { "targets", "the target (6)", training => training.Evaluate(rand(6, 10), rand(6)) },
        { "batches", "empty", training => training.Evaluate(new List<(Tensor, Tensor)>()) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Nothing_has_changed(string argument, string reason, Action<Trainer<Tensor, Tensor>> use)
    {
        using (_model)
        using (_training)
        {
            var refused = Assert.ThrowsAny<ArgumentException>(() => use(_training));
            Assert.Equal(argument, refused.ParamName);
            Assert.Contains(reason, refused.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(_before, Weights(_model));
            Assert.True(_model.training);
        }
    }

    [Fact]
    public void Batches_may_not_change_their_kind_of_target()
    {
        using (_model)
        using (_training) Assert.Throws<ArgumentException>(() => _training.Fit([(rand(6, 10), rand(6, 1)), (rand(6, 10), rand(6))], verbosity: Verbosity.Silent));
    }

    [Fact]
    public void A_loss_gives_one_number_for_each_example()
    {
        using (_model)
        using (_training)
        using (var training = _model.Compile(weights => optim.SGD(weights, 0.1), new Shapeless()))
        {
            InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Fit(training, rand(6, 10), rand(6, 1)));
            Assert.Contains("shapeless", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_loss_that_is_no_number_is_told_at_the_end_of_its_epoch()
    {
        using (_model)
        using (_training)
        {
            Tensor y = full([6, 1], float.NaN);
            List<string> notes = [];
            var refused = Assert.Throws<NotFiniteNumberException>(() => _training.Fit(rand(6, 10), y, epochs: 3, callbacks: [new Watcher("w", notes)], verbosity: Verbosity.Silent));
            Assert.Contains("epoch 0", refused.Message, StringComparison.Ordinal);
            Assert.Equal([double.NaN], _training.History["loss"]);
            Assert.DoesNotContain("w: epoch 0 end", notes);
            Assert.Equal("w: train end", notes[^1]);

            // Who stops the training has seen it.
            var stopper = new Watcher("w", notes) { Then = (moment, run) => run.StopTraining |= moment == "batch 0 end" };
            Assert.Equal([double.NaN], _training.Fit(rand(6, 10), y, epochs: 3, callbacks: [stopper], verbosity: Verbosity.Silent)["loss"]);
        }
    }

    private static void Fit(Trainer<Tensor, Tensor> training, Tensor x, Tensor y) => training.Fit(x, y, verbosity: Verbosity.Silent);

    private sealed class Shapeless : Loss
    {
        public override string Name => "shapeless";

        public override Tensor PerExample(Tensor output, Tensor target) => (output - target).square();

        public override string? Refuse(Tensor output, Tensor target) => null;
    }
}
