using System.Diagnostics;
using System.Globalization;
using GraphGen.Persistence;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Benchmarks;

/// <summary>
/// Saving and loading a model of 500 MB beside writing and reading as many bytes plainly, both to disk. The memory of tensors is libtorch's, which a benchmark
/// of
/// managed code does not see, so that it is asked of the operating system.
/// </summary>
internal static class FileMeasurement
{
    private const int Rounds = 7;
    private const int Layers = 10;
    private const int Features = 3600;
    private const int PieceBytes = 64 << 20;

    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("graphgen-files").FullName;
        try
        {
            using var model = nn.Sequential(Enumerable.Range(0, Layers).Select(i => ($"layer{i}", (nn.Module<Tensor, Tensor>)nn.Linear(Features, Features))));
            Measure(model, Path.Combine(folder, "plain"), Path.Combine(folder, "model.safetensors"));
            Measure(model, Path.Combine(folder, "plain"), Path.Combine(folder, "model.dat"));
            MeasureOthers(model, Path.Combine(folder, "model.safetensors"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(nn.Module model, string plain, string path)
    {
        byte[] bytes = new byte[PieceBytes];
        Random.Shared.NextBytes(bytes);
        ModelFile.Save(model, path);
        long length = new FileInfo(path).Length;
        Compare($"save {Path.GetExtension(path)}", () => WritePlainly(plain, bytes, length), () => ModelFile.Save(model, path));
        Compare($"load {Path.GetExtension(path)}", () => ReadPlainly(plain, bytes), () => ModelFile.Load(model, path));
    }

    /// <summary>Weights that cannot be written or read in place.</summary>
    private static void MeasureOthers(nn.Module model, string path)
    {
        using var half = nn.Sequential(Enumerable.Range(0, Layers).Select(i => ($"layer{i}", (nn.Module<Tensor, Tensor>)nn.Linear(Features, Features, dtype: ScalarType.BFloat16))));
        Console.WriteLine($"load of Float32 into BFloat16: {PeakMegabytes(() => ModelFile.Load(half, path, convert: true)):F0} MB more at the peak; a tensor in the file has {Features * Features * 4 / 1e6:F0} MB");
        using (no_grad())
        {
            foreach (Tensor weight in model.parameters().Where(weight => weight.Dimensions == 2)) weight.set_(weight.t().contiguous().t());
        }

        Console.WriteLine($"save of transposed weights: {PeakMegabytes(() => ModelFile.Save(model, path)):F0} MB more at the peak");
    }

    private static void Compare(string name, Action plain, Action own)
    {
        own();
        plain();
        double[] plainly = new double[Rounds], owns = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            plainly[i] = Milliseconds(plain);
            owns[i] = Milliseconds(own);
        }

        Array.Sort(plainly);
        Array.Sort(owns);
        double peak = PeakMegabytes(own);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {owns[Rounds / 2]:F0} ms, plainly {plainly[Rounds / 2]:F0} ms, ratio {owns[Rounds / 2] / plainly[Rounds / 2]:F2}, {peak:F0} MB more at the peak"));
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>
    /// A new file, and then the old one goes: to cut that first and write it again would reuse its memory in the system's cache, and lose it.
    /// </summary>
    private static void WritePlainly(string path, byte[] bytes, long length)
    {
        using (var stream = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (long at = 0; at < length; at += bytes.Length) stream.Write(bytes.AsSpan(0, (int)Math.Min(bytes.Length, length - at)));
            stream.Flush(flushToDisk: true);
        }

        File.Delete(path);
        File.Move(path + ".new", path);
    }

    private static void ReadPlainly(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        while (stream.Read(bytes) > 0)
        {
        }
    }

    /// <summary>By how much the process grows meanwhile, as Linux counts it.</summary>
    private static double PeakMegabytes(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        File.WriteAllText("/proc/self/clear_refs", "5");
        double before = StatusMegabytes("VmRSS:");
        action();
        return StatusMegabytes("VmHWM:") - before;
    }

    private static double StatusMegabytes(string name)
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000;
    }
}
