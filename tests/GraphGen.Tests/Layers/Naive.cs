using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>Convolution and pooling by their definitions, element by element, with the padding of Keras's <c>same</c> where none is given.</summary>
internal static class Naive
{
    /// <summary>The convolution of <c>N C ...</c> by a kernel, cross-correlation as in every library.</summary>
    public static torch.Tensor Convolve(torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, long[] strides, long[] dilation, long[]? padding)
    {
        long[] kernel = weight.shape[2..];
        using torch.Tensor numbers = input.to(torch.float64);
        using torch.Tensor factors = weight.to(torch.float64);
        using torch.Tensor? added = bias?.to(torch.float64);
        long groups = input.size(1) / weight.size(1);
        long filtersOfGroup = weight.size(0) / groups;
        return Slide(input, weight.size(0), kernel, strides, dilation, padding, (n, filter, window) =>
        {
            double sum = added is null ? 0 : added[filter].item<double>();
            foreach ((long[] at, long[] from) in window.Where(element => element.IsInside).Select(element => (element.At, element.From)))
            {
                for (long c = 0; c < weight.size(1); c++)
                    sum += numbers[[n, (filter / filtersOfGroup * weight.size(1)) + c, .. from]].item<double>() * factors[[filter, c, .. at]].item<double>();
            }

            return sum;
        });
    }

    public static torch.Tensor Greatest(torch.Tensor input, long[] pool, long[] strides, long[]? padding = null) =>
        Pool(input, pool, strides, padding, window => window.Where(element => element.IsInside).Max(element => element.Value));

    /// <summary>The mean, where padding that was given by number counts.</summary>
    public static torch.Tensor Mean(torch.Tensor input, long[] pool, long[] strides, long[]? padding = null) =>
        Pool(input, pool, strides, padding, window => window.Sum(element => element.Value) / window.Count(element => element.IsInside || padding is not null));

    private static torch.Tensor Pool(
        torch.Tensor input, long[] pool, long[] strides, long[]? padding, Func<IReadOnlyList<(bool IsInside, double Value)>, double> reduce)
    {
        long[] ones = [.. pool.Select(_ => 1L)];
        using torch.Tensor numbers = input.to(torch.float64);
        return Slide(numbers, input.size(1), pool, strides, ones, padding, (n, c, window) =>
            reduce([.. window.Select(element => (element.IsInside, element.IsInside ? numbers[[n, c, .. element.From]].item<double>() : 0))]));
    }

    private static torch.Tensor Slide(
        torch.Tensor input,
        long channels,
        long[] kernel,
        long[] strides,
        long[] dilation,
        long[]? padding,
        Func<long, long, IReadOnlyList<Element>, double> compute)
    {
        long[] sizes = input.shape[2..];
        int axes = sizes.Length;
        var before = new long[axes];
        var positions = new long[axes];
        for (int i = 0; i < axes; i++)
        {
            long extent = ((kernel[i] - 1) * dilation[i]) + 1;
            positions[i] = padding is null ? (long)Math.Ceiling(sizes[i] / (double)strides[i]) : ((sizes[i] + (2 * padding[i]) - extent) / strides[i]) + 1;
            before[i] = padding is null ? Math.Max(((positions[i] - 1) * strides[i]) + extent - sizes[i], 0) / 2 : padding[i];
        }

        torch.Tensor result = torch.zeros([input.size(0), channels, .. positions], torch.float64);
        foreach (long[] at in Indices([input.size(0), channels, .. positions]))
        {
            var window = new List<Element>();
            foreach (long[] offset in Indices(kernel))
            {
                long[] from = [.. Enumerable.Range(0, axes).Select(i => (at[i + 2] * strides[i]) - before[i] + (offset[i] * dilation[i]))];
                window.Add(new Element(offset, from, Enumerable.Range(0, axes).All(i => from[i] >= 0 && from[i] < sizes[i])));
            }

            result[at] = torch.tensor(compute(at[0], at[1], window), torch.float64);
        }

        return result;
    }

    /// <summary>All positions in a tensor of these sizes.</summary>
    public static IEnumerable<long[]> Indices(long[] sizes) =>
        sizes.Length == 0 ? [[]] : Indices(sizes[..^1]).SelectMany(_ => Enumerable.Range(0, (int)sizes[^1]), (first, last) => (long[])[.. first, last]);

    private sealed record Element(long[] At, long[] From, bool IsInside);
}
