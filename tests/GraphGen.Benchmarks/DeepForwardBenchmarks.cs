using BenchmarkDotNet.Attributes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary>One forward pass of a network of 200 layers, in inference on one thread: generated from a loop, and written by hand with one.</summary>
public class DeepForwardBenchmarks
{
    private Tensor _input = null!;
    private DeepByHand _handWritten = null!;
    private DeepNetwork _generated = null!;
    private IDisposable _noGradients = null!;

    /// <summary>The size of the batch.</summary>
    [Params(1, 32)]
    public int Batch { get; set; }

    /// <summary>Makes both modules.</summary>
    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        (_handWritten, _generated, _input) = (new DeepByHand(), new DeepNetwork(), rand(Batch, 16));
        _handWritten.eval();
        _generated.eval();
        _noGradients = no_grad();
    }

    /// <summary>Releases both.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _noGradients.Dispose();
        _input.Dispose();
        _handWritten.Dispose();
        _generated.Dispose();
    }

    /// <summary>As one writes it by hand: a list of modules, functional activations, a dispose scope.</summary>
    [Benchmark(Baseline = true)]
    public void HandWritten() => _handWritten.call(_input).Dispose();

    /// <summary>As the generator writes it.</summary>
    [Benchmark]
    public void Generated() => _generated.call(_input).Dispose();
}
