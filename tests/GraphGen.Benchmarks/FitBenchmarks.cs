using BenchmarkDotNet.Attributes;
using GraphGen.Reference;
using GraphGen.Runtime;
using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary>Four epochs over 1,024 examples in batches of 32, each in another order, with the mean squared error and plain gradient descent; one thread.</summary>
public class FitBenchmarks
{
    private const int Examples = 1024;
    private const int Batch = 32;
    private const int Epochs = 4;

    private Tensor[] _inputs = [];
    private Tensor[] _targets = [];
    private Callable _model = null!;
    private optim.Optimizer _optimizer = null!;
    private Trainer<Tensor[], Tensor[]> _training = null!;

    /// <summary>The models.</summary>
    public static IEnumerable<ModelPair> Models => ModelPair.All;

    /// <summary>The model under measurement.</summary>
    [ParamsSource(nameof(Models))]
    public ModelPair Model { get; set; } = null!;

    /// <summary>Makes a generated model for either loop, with the same weights.</summary>
    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        (_, _model, _inputs) = Model.Make(Examples);
        (_, Callable trained, _) = Model.Make(1);
        using (no_grad()) _targets = [.. _model.Call([.. _inputs.Select(input => input[..2])]).Select(output => rand([Examples, .. output.shape[1..]]))];
        _optimizer = optim.SGD(_model.Module.parameters(), 1e-3);
        var adapter = new ModelAdapter<Tensor[], Tensor[]>(
            trained.Module, [.. _inputs.Select((_, i) => $"input{i}")], [.. _targets.Select((_, i) => $"output{i}")], inputs => inputs, targets => targets, trained.Call, outputs => outputs);
        _training = adapter.Compile(weights => optim.SGD(weights, 1e-3), [.. _targets.Select((_, i) => new Objective($"output{i}", new SquaredError(), 1, []))]);
    }

    /// <summary>As one writes it by hand, with a dispose scope for each step.</summary>
    [Benchmark(Baseline = true)]
    public double HandWritten()
    {
        double total = 0;
        _model.Module.train();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            total = 0;
            using Tensor order = randperm(Examples);
            for (int start = 0; start < Examples; start += Batch) total += Step(order, start);
        }

        return total / Examples;
    }

    /// <summary>As <c>Fit</c> does it.</summary>
    [Benchmark]
    public double Fit() => _training.Fit(_inputs, _targets, Epochs, Batch, verbosity: Verbosity.Silent)["loss"][^1];

    private float Step(Tensor order, int start)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor indices = order.narrow(0, start, Batch);
        _optimizer.zero_grad();
        Tensor[] outputs = _model.Call([.. _inputs.Select(input => input.index_select(0, indices))]);
        Tensor loss = nn.functional.mse_loss(outputs[0], _targets[0].index_select(0, indices));
        for (int i = 1; i < outputs.Length; i++) loss += nn.functional.mse_loss(outputs[i], _targets[i].index_select(0, indices));
        loss.backward();
        _optimizer.step();
        return loss.item<float>() * Batch;
    }

    private sealed class SquaredError : Loss
    {
        public override string Name => "squared_error";

        public override Tensor PerExample(Tensor output, Tensor target) => nn.functional.mse_loss(output, target, nn.Reduction.None).flatten(1).mean([1]);

        public override string? Refuse(Tensor output, Tensor target) => null;
    }
}
