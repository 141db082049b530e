using TorchSharp;

namespace GraphGen.Training;

/// <summary>The order in which an epoch sees the examples.</summary>
internal static class ExampleOrder
{
    /// <summary>The step of SplitMix64 (Steele, Lea, Flood 2014): 2^64 divided by the golden ratio.</summary>
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>A permutation that follows from the arguments alone, so that an epoch can be run again without those before it.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="epoch">The epoch, counted from 0.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="device">Where the permutation is to lie.</param>
    /// <returns>Int64, <c>count</c>.</returns>
    public static torch.Tensor Of(long seed, int epoch, long count, torch.Device device)
    {
        using var generator = new torch.Generator(Mix(unchecked((ulong)seed + (((ulong)epoch + 1) * Step))), torch.CPU);
        torch.Tensor order = torch.randperm(count, generator: generator);
        if (device.type == DeviceType.CPU) return order;
        using (order) return order.to(device);
    }

    /// <summary>A seed from TorchSharp's generator, so that <c>torch.random.manual_seed</c> fixes the order too.</summary>
    public static long DrawSeed()
    {
        using torch.Tensor seed = torch.randint(long.MaxValue, [1], torch.int64);
        return seed.item<long>();
    }

    /// <summary>The finalizer of SplitMix64: neighbouring seeds give unlike numbers.</summary>
    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9);
        value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EB);
        return value ^ (value >> 31);
    }
}
