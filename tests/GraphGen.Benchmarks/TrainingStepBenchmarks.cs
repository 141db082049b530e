using BenchmarkDotNet.Attributes;
using GraphGen.Reference;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary>One step of training: gradients cleared, forward, loss, backward, and a step of plain gradient descent; one thread.</summary>
public class TrainingStepBenchmarks
{
    private Tensor[] _inputs = [];
    private Callable _handWritten = null!;
    private Callable _generated = null!;
    private optim.Optimizer _handWrittenOptimizer = null!;
    private optim.Optimizer _generatedOptimizer = null!;

    /// <summary>The models.</summary>
    public static IEnumerable<ModelPair> Models => ModelPair.All;

    /// <summary>The model under measurement.</summary>
    [ParamsSource(nameof(Models))]
    public ModelPair Model { get; set; } = null!;

    /// <summary>The size of the batch.</summary>
    [Params(1, 32)]
    public int Batch { get; set; }

    /// <summary>Makes both modules, with the same weights, and their optimizers.</summary>
    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        (_handWritten, _generated, _inputs) = Model.Make(Batch);
        _handWrittenOptimizer = optim.SGD(_handWritten.Module.parameters(), 1e-3);
        _generatedOptimizer = optim.SGD(_generated.Module.parameters(), 1e-3);
    }

    /// <summary>As one writes it by hand.</summary>
    [Benchmark(Baseline = true)]
    public void HandWritten() => Step(_handWritten, _handWrittenOptimizer);

    /// <summary>As the generator writes it.</summary>
    [Benchmark]
    public void Generated() => Step(_generated, _generatedOptimizer);

    private void Step(Callable model, optim.Optimizer optimizer)
    {
        using DisposeScope scope = NewDisposeScope();
        optimizer.zero_grad();
        Tensor[] outputs = model.Call(_inputs);
        Tensor loss = outputs[0].square().mean();
        foreach (Tensor output in outputs.Skip(1)) loss += output.square().mean();
        loss.backward();
        optimizer.step();
    }
}
