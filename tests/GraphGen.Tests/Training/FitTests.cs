using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What a training does, beside the same written out by hand.</summary>
public class FitTests : Scoped
{
    private readonly Tensor _x = Numbers(40, 10);
    private readonly Tensor _y;

    public FitTests()
    {
        _y = _x.mean([1], keepdim: true);
    }

    [Fact]
    public void A_model_learns_is_judged_and_asked()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError(), new AbsoluteError());

        IReadOnlyDictionary<string, double> before = training.Evaluate(_x, _y);
        History history = training.Fit(_x, _y, epochs: 20, batchSize: 8, seed: 1, verbosity: Verbosity.Silent);
        IReadOnlyDictionary<string, double> after = training.Evaluate(_x, _y, batchSize: 7);

        Assert.Same(history, training.History);
        Assert.Equal(["loss", "absolute_error"], history.Names);
        Assert.Equal(Enumerable.Range(0, 20), history.Epochs);
        Assert.Equal(20, history["loss"].Count);
        Assert.Contains("loss, absolute_error", Assert.Throws<KeyNotFoundException>(() => history["accuracy"]).Message, StringComparison.Ordinal);
        Assert.True(after["loss"] < before["loss"] / 4, $"{before["loss"]} -> {after["loss"]}");
        Tensor prediction = model.Predict(_x);
        Assert.Equal((prediction - _y).square().mean().ToDouble(), after["loss"], 6);
        Assert.Equal((prediction - _y).abs().mean().ToDouble(), after["absolute_error"], 6);
    }

    [Fact]
    public void It_is_the_loop_that_one_would_write()
    {
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError());
        History history = training.Fit(_x, _y, epochs: 3, batchSize: 16, shuffle: false, verbosity: Verbosity.Silent);

        using optim.Optimizer optimizer = optim.Adam(twin.parameters(), 0.01);
        List<double> losses = [];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            double total = 0;
            foreach ((int start, int end) in new[] { (0, 16), (16, 32), (32, 40) })
            {
                optimizer.zero_grad();
                Tensor loss = nn.functional.mse_loss(twin.call(_x[start..end]), _y[start..end]);
                loss.backward();
                optimizer.step();
                total += loss.ToDouble() * (end - start);
            }

            losses.Add(total / 40);
        }

        AssertClose(losses, history["loss"]);
        AssertClose(Weights(twin), Weights(model));
    }

    [Fact]
    public void An_optimizer_of_the_user_stays_his()
    {
        using Mlp model = NewModel();
        using optim.Optimizer optimizer = optim.Adam(model.parameters(), 0.01);
        var metric = new AbsoluteError();
        double[] before = Weights(model);
        using (var training = model.Compile(optimizer, new SquaredError(), metric))
        {
            Assert.Same(optimizer, training.Optimizer);
            training.Fit(_x, _y, verbosity: Verbosity.Silent);
        }

        Assert.NotEqual(before, Weights(model));
        Assert.True(metric.IsDisposed);
        optimizer.step();
    }

    [Fact]
    public void Each_epoch_sees_each_example_once_in_an_order_of_its_own()
    {
        List<double[]> first = Orders(seed: 3);
        Assert.Equal(2, first.Count);
        double[] all = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        Assert.All(first, order => Assert.Equal(all, order.Order()));
        Assert.NotEqual(first[0], first[1]);
        Assert.NotEqual(all, first[0]);
        random.manual_seed(99);
        Assert.Equal(first, Orders(seed: 3));
        Assert.NotEqual(first[0], Orders(seed: 4)[0]);
        Assert.Equal(all, Orders(seed: 3, shuffle: false)[1]);

        // Neither what was drawn before nor the epochs before matter.
        Assert.Equal(first[1], Orders(seed: 3, initialEpoch: 1)[0]);
    }

    [Fact]
    public void Without_a_seed_the_order_follows_the_generator_of_TorchSharp()
    {
        random.manual_seed(7);
        List<double[]> first = Orders(seed: null);
        Assert.NotEqual(first, Orders(seed: null));
        random.manual_seed(7);
        Assert.Equal(first, Orders(seed: null));
    }

    [Fact]
    public void Batches_whose_gradients_are_accumulated_make_one_step()
    {
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var small = model.Compile(weights => optim.SGD(weights, 0.5), new SquaredError());
        using var large = twin.Compile(weights => optim.SGD(weights, 0.5), new SquaredError());
        small.GradientAccumulationSteps = 3;
        small.Fit(_x, _y, epochs: 2, batchSize: 8, shuffle: false, verbosity: Verbosity.Silent);
        large.Fit(_x, _y, epochs: 2, batchSize: 24, shuffle: false, verbosity: Verbosity.Silent);
        AssertClose(Weights(twin), Weights(model));
        Assert.Throws<ArgumentOutOfRangeException>(() => small.GradientAccumulationSteps = 0);
    }

    [Fact]
    public void Gradients_have_a_greatest_norm_and_a_greatest_value()
    {
        double[] free = Step(_ => { });
        double norm = Math.Sqrt(free.Sum(change => change * change));
        double bound = free.Max(Math.Abs) / 2;
        AssertClose(free, Step(training => training.GlobalClipNorm = 2 * norm));
        AssertClose(free.Select(change => change / 2), Step(training => training.GlobalClipNorm = norm / 2));
        AssertClose(free.Select(change => Math.Clamp(change, -bound, bound)), Step(training => training.ClipValue = bound));
        Assert.Throws<ArgumentOutOfRangeException>(() => Step(training => training.ClipValue = 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Step(training => training.GlobalClipNorm = double.NaN));

        double[] Step(Action<Trainer<Tensor, Tensor>> set)
        {
            using Mlp model = NewModel();
            using var training = model.Compile(weights => optim.SGD(weights, 1), new SquaredError());
            set(training);
            double[] before = Weights(model);
            training.Fit(_x, _y, batchSize: 40, verbosity: Verbosity.Silent);
            return [.. Weights(model).Zip(before, (after, before) => after - before)];
        }
    }

    [Fact]
    public void Examples_count_by_their_weights()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        Tensor weight = rand(40);
        double expected = ((model.Predict(_x) - _y).square().squeeze(1) * weight).sum().ToDouble() / 40;
        Assert.Equal(expected, training.Evaluate(_x, _y, sampleWeight: weight)["loss"], 6);
        History history = training.Fit(_x, _y, batchSize: 40, sampleWeight: weight, verbosity: Verbosity.Silent);
        Assert.Equal(expected, history["loss"][0], 6);
    }

    [Fact]
    public void Classes_count_by_their_weights()
    {
        Tensor classes = _y.gt(_y.median()).to(ScalarType.Float32);
        double[] byClass = Fit(classes, new Dictionary<int, double> { [1] = 3 }, null);
        double[] byExample = Fit(classes, null, 1 + (2 * classes.squeeze(1)));
        AssertClose(byExample, byClass);
        AssertClose(Fit(classes, null, rand(40, generator: new Generator(1)) * (1 + (2 * classes.squeeze(1)))), Fit(classes, new Dictionary<int, double> { [0] = 1, [1] = 3 }, rand(40, generator: new Generator(1))));
        Assert.NotEqual(Fit(classes, null, null), byClass);

        double[] Fit(Tensor targets, Dictionary<int, double>? classWeight, Tensor? sampleWeight)
        {
            using Mlp model = NewModel();
            using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
            training.Fit(_x, targets, epochs: 2, seed: 1, classWeight: classWeight, sampleWeight: sampleWeight, verbosity: Verbosity.Silent);
            return Weights(model);
        }
    }

    [Fact]
    public void Validation_judges_behind_each_epoch()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError(), new AbsoluteError());
        (Tensor, Tensor) held = (Numbers(9, 10), Numbers(9, 1));
        History history = training.Fit(_x, _y, epochs: 2, batchSize: 4, validation: held, verbosity: Verbosity.Silent);
        Assert.Equal(["loss", "absolute_error", "val_loss", "val_absolute_error"], history.Names);
        IReadOnlyDictionary<string, double> last = training.Evaluate(held.Item1, held.Item2);
        Assert.Equal(last["loss"], history["val_loss"][^1], 6);
        Assert.Equal(last["absolute_error"], history["val_absolute_error"][^1], 6);
    }

    [Fact]
    public void A_share_of_the_examples_for_validation_is_taken_from_their_end()
    {
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var split = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        using var apart = twin.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        History history = split.Fit(_x, _y, epochs: 2, batchSize: 4, validationSplit: 0.25, seed: 5, verbosity: Verbosity.Silent);
        History expected = apart.Fit(_x[..30], _y[..30], epochs: 2, batchSize: 4, validation: (_x[30..], _y[30..]), seed: 5, verbosity: Verbosity.Silent);
        AssertClose(Weights(twin), Weights(model), 0);
        AssertClose(expected["val_loss"], history["val_loss"], 0);
    }

    [Fact]
    public void Epochs_are_counted_from_the_first_one_asked_for()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        Assert.Equal([3, 4], training.Fit(_x, _y, epochs: 5, initialEpoch: 3, verbosity: Verbosity.Silent).Epochs);
        Assert.Empty(training.Fit(_x, _y, epochs: 0, verbosity: Verbosity.Silent).Epochs);
    }

    [Fact]
    public void One_batch_makes_one_step()
    {
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var one = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError(), new AbsoluteError());
        using var all = twin.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        double expected = one.Evaluate(_x, _y)["absolute_error"];
        IReadOnlyDictionary<string, double> logs = one.TrainOnBatch(_x, _y, sampleWeight: full(40, 0.5f));
        History history = all.Fit(_x, _y, batchSize: 40, shuffle: false, sampleWeight: full(40, 0.5f), verbosity: Verbosity.Silent);
        Assert.Equal(history["loss"][0], logs["loss"], 6);
        Assert.Equal(expected, logs["absolute_error"], 6);
        AssertClose(Weights(twin), Weights(model));
        Assert.Throws<ArgumentException>(() => one.TrainOnBatch(_x, _y.squeeze(1)));
    }

    [Fact]
    public void Schedulers_of_TorchSharp_change_the_learning_rate()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 1), new SquaredError());
        double Rate() => training.Optimizer.ParamGroups.First().LearningRate;

        training.Fit(_x, _y, epochs: 4, callbacks: [new TorchScheduler(optim.lr_scheduler.StepLR(training.Optimizer, 2, 0.1))], verbosity: Verbosity.Silent);
        Assert.Equal(0.01, Rate(), 9);
        var byBatch = new TorchScheduler(optim.lr_scheduler.ExponentialLR(training.Optimizer, 0.5), everyBatch: true);
        training.Fit(_x, _y, batchSize: 10, callbacks: [byBatch], verbosity: Verbosity.Silent);
        Assert.Equal(0.01 / 16, Rate(), 9);

        optim.lr_scheduler.LRScheduler plateau = optim.lr_scheduler.ReduceLROnPlateau(training.Optimizer, patience: 0, threshold: 1e9, factor: 0.5);
        training.Fit(_x, _y, epochs: 3, callbacks: [new TorchScheduler(plateau, monitor: "loss")], verbosity: Verbosity.Silent);
        Assert.Equal(0.01 / 128, Rate(), 9);
        CallbackException missing = Assert.Throws<CallbackException>(() => training.Fit(_x, _y, callbacks: [new TorchScheduler(plateau, monitor: "val_loss")], verbosity: Verbosity.Silent));
        Assert.Contains("val_loss", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mode_of_each_layer_is_restored_and_gradients_need_no_asking()
    {
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        model.eval();
        model.Hidden2.train();
        double[] before = Weights(model);
        using (no_grad())
        {
            training.Fit(_x, _y, validationSplit: 0.5, callbacks: [new Watcher("mode", []) { Then = CheckMode }], verbosity: Verbosity.Silent);
            Assert.False(is_grad_enabled());
        }

        static void CheckMode(string moment, TrainingRun run) => Assert.True(run.Model.training || !moment.StartsWith("batch", StringComparison.Ordinal));

        training.TrainOnBatch(_x, _y);
        training.Evaluate(_x, _y);
        training.Predict(_x);
        Assert.NotEqual(before, Weights(model));
        Assert.False(model.training);
        Assert.True(model.Hidden2.training);
        Assert.False(model.Hidden1.training);
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void Other_floating_types_are_trained_too(ScalarType type)
    {
        random.manual_seed(1);
        using Mlp model = new(dtype: type);
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError(), new AbsoluteError());
        History history = training.Fit(
            _x.to(type), _y.to(type), epochs: 20, batchSize: 8, seed: 1, classWeight: new Dictionary<int, double> { [0] = 2 }, sampleWeight: ones(40), verbosity: Verbosity.Silent);
        Assert.True(history["loss"][^1] < history["loss"][0] / 2);
        Assert.Equal(type, training.Predict(_x.to(type)).dtype);
        Assert.All(model.parameters(), weight => Assert.Equal(type, weight.dtype));
    }

    [Fact]
    public void A_frozen_layer_stays_as_it_is()
    {
        using Mlp model = NewModel();
        model.Freeze("hidden1");
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        Tensor before = model.Hidden1.weight.clone();
        training.Fit(_x, _y, verbosity: Verbosity.Silent);
        Assert.True(before.allclose(model.Hidden1.weight, 0, 0));
        foreach (string layer in new[] { "hidden2", "hidden3", "output" }) model.Freeze(layer);
        Assert.Throws<InvalidOperationException>(() => training.Fit(_x, _y, verbosity: Verbosity.Silent));
    }

    private static Mlp NewModel()
    {
        random.manual_seed(1);
        return new Mlp();
    }

    private static Tensor Numbers(params long[] shape) => rand(shape, generator: new Generator((ulong)shape[0]));

    /// <summary>The order in which the examples came in each of the epochs up to the second.</summary>
    private List<double[]> Orders(long? seed, bool shuffle = true, int initialEpoch = 0)
    {
        using Mlp model = new();
        var seen = new SeenTargets();
        using var training = model.Compile(weights => optim.SGD(weights, 1e-9), new SquaredError(), seen);
        training.Fit(_x, arange(40, dtype: ScalarType.Float32).unsqueeze(1), epochs: 2, batchSize: 7, shuffle: shuffle, seed: seed, initialEpoch: initialEpoch, verbosity: Verbosity.Silent);
        return seen.Epochs;
    }
}
