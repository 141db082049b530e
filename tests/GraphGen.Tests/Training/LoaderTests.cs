using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace GraphGen.Tests.Training;

/// <summary>Batches that someone else makes train a model as those in memory do.</summary>
public class LoaderTests : Scoped
{
    private readonly Tensor _x = rand(20, 10);
    private readonly Tensor _y = rand(20, 1);

    [Fact]
    public void A_loader_of_tensors()
    {
        using var loader = DataLoader(TensorDataset(_x, _y), 8);
        AssertLike(training => training.Fit(loader, epochs: 2, validation: loader, verbosity: Verbosity.Silent), training => training.Evaluate(loader));
    }

    [Fact]
    public void A_loader_of_named_tensors()
    {
        using var loader = DataLoader(new Named(_x, _y), 8);
        AssertLike(training => training.Fit(loader, epochs: 2, validation: loader, verbosity: Verbosity.Silent), training => training.Evaluate(loader));
    }

    [Fact]
    public void Any_batches_of_inputs_and_targets()
    {
        (Tensor, Tensor)[] list = [.. Batches()];
        AssertLike(training => training.Fit(list, epochs: 2, validation: list, verbosity: Verbosity.Silent), training => training.Evaluate(list));

        // Of these nobody knows how many there will be.
        List<int> counts = [];
        var watcher = new Watcher("w", []) { Then = (moment, run) => { if (moment.StartsWith("epoch", StringComparison.Ordinal)) counts.Add(run.Batches); } };
        AssertLike(
            training => training.Fit(Batches(), epochs: 2, validation: Batches(), callbacks: [watcher], verbosity: Verbosity.Silent), training => training.Evaluate(Batches()));
        Assert.Equal([0, 3, 3, 3], counts);
    }

    [Fact]
    public void Weights_of_classes()
    {
        Tensor y = _y.gt(0.5).to(ScalarType.Float32);
        var weights = new Dictionary<int, double> { [1] = 3 };
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var listed = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        using var inMemory = twin.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        listed.Fit([(_x[..10], y[..10]), (_x[10..], y[10..])], classWeight: weights, verbosity: Verbosity.Silent);
        inMemory.Fit(_x, y, batchSize: 10, shuffle: false, classWeight: weights, verbosity: Verbosity.Silent);
        AssertClose(Weights(twin), Weights(model));
    }

    [Fact]
    public void Batches_stay_whose_they_are()
    {
        (Tensor X, Tensor Y)[] list = [.. Batches()];
        using Mlp model = NewModel();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        training.Fit(list, epochs: 2, verbosity: Verbosity.Silent);
        Assert.All(list, batch => Assert.False(batch.X.IsInvalid || batch.Y.IsInvalid));
    }

    private void AssertLike(Func<Trainer<Tensor, Tensor>, History> fit, Func<Trainer<Tensor, Tensor>, IReadOnlyDictionary<string, double>> evaluate)
    {
        using Mlp model = NewModel();
        using Mlp twin = NewModel();
        using var listed = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError(), new AbsoluteError());
        using var inMemory = twin.Compile(weights => optim.SGD(weights, 0.1), new SquaredError(), new AbsoluteError());
        History history = fit(listed);
        History expected = inMemory.Fit(_x, _y, epochs: 2, batchSize: 8, shuffle: false, validation: (_x, _y), verbosity: Verbosity.Silent);
        Assert.Equal(expected.Names, history.Names);
        Assert.All(expected.Names, name => AssertClose(expected[name], history[name]));
        AssertClose(Weights(twin), Weights(model));
        AssertClose(inMemory.Evaluate(_x, _y).Values, evaluate(listed).Values);
    }

    private IEnumerable<(Tensor, Tensor)> Batches()
    {
        foreach (Range range in new[] { ..8, 8..16, 16..20 }) yield return (_x[range], _y[range]);
    }

    private static Mlp NewModel()
    {
        random.manual_seed(1);
        return new Mlp();
    }

    private sealed class Named(Tensor x, Tensor y) : Dataset
    {
        public override long Count => x.size(0);

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["visible"] = x[index], ["output"] = y[index] };
    }
}
