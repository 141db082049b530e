using System.Globalization;
using CsCheck;

namespace GraphGen.Compiler.Tests;

/// <summary>
/// Runs properties on random samples. A failure prints its seed. The environment variable <c>GRAPHGEN_TEST_SAMPLES</c> multiplies the number of samples:
/// <c>GRAPHGEN_TEST_SAMPLES=20 dotnet test</c> looks twenty times as hard.
/// </summary>
internal static class Sampling
{
    private const int Samples = 150;

    private static readonly int s_factor = int.Parse(Environment.GetEnvironmentVariable("GRAPHGEN_TEST_SAMPLES") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Asserts that a property holds of samples, on one thread: libtorch has threads of its own.</summary>
    public static void Holds<T>(this Gen<T> samples, Action<T> property, int count = Samples) => samples.Sample(property, iter: count * s_factor, threads: 1);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T})"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> samples, Action<T1, T2> property, int count = Samples) =>
        samples.Holds(sample => property(sample.Item1, sample.Item2), count);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T})"/>
    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> samples, Action<T1, T2, T3> property) =>
        samples.Holds(sample => property(sample.Item1, sample.Item2, sample.Item3));
}
