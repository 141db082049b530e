using System.Runtime.CompilerServices;
using TorchSharp;

// libtorch has one stream of random numbers for all threads: tests that seed it would disturb each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace GraphGen.Tests;

internal static class Sequential
{
    /// <summary>Models this small gain nothing from more threads of libtorch's, which wait for one another for seconds on a busy machine.</summary>
    [ModuleInitializer]
    internal static void UseOneThread() => torch.set_num_threads(1);
}
