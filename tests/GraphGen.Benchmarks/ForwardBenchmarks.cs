using BenchmarkDotNet.Attributes;
using GraphGen.Reference;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary>One forward pass in inference: eval mode, no gradients, one thread.</summary>
public class ForwardBenchmarks
{
    private Tensor[] _inputs = [];
    private Callable _handWritten = null!;
    private Callable _generated = null!;
    private IDisposable _noGradients = null!;

    /// <summary>The models.</summary>
    public static IEnumerable<ModelPair> Models => ModelPair.All;

    /// <summary>The model under measurement.</summary>
    [ParamsSource(nameof(Models))]
    public ModelPair Model { get; set; } = null!;

    /// <summary>The size of the batch.</summary>
    [Params(1, 32)]
    public int Batch { get; set; }

    /// <summary>Makes both modules, with the same weights.</summary>
    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        (_handWritten, _generated, _inputs) = Model.Make(Batch);
        _handWritten.Module.eval();
        _generated.Module.eval();
        _noGradients = no_grad();
    }

    /// <summary>Turns gradients on again.</summary>
    [GlobalCleanup]
    public void Cleanup() => _noGradients.Dispose();

    /// <summary>As one writes it by hand: module fields, functional activations, a dispose scope.</summary>
    [Benchmark(Baseline = true)]
    public void HandWritten() => Release(_handWritten.Call(_inputs));

    /// <summary>As the generator writes it.</summary>
    [Benchmark]
    public void Generated() => Release(_generated.Call(_inputs));

    private static void Release(Tensor[] results)
    {
        foreach (Tensor result in results) result.Dispose();
    }
}
