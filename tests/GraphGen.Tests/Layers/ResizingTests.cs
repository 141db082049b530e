using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>The numbers of layers that add, leave out or spread elements, against their definitions, element by element.</summary>
public class ResizingTests
{
    private readonly torch.Tensor _sound = Numbers(2, 4, 5);
    private readonly torch.Tensor _picture = Numbers(2, 8, 3, 4);
    private readonly torch.Tensor _volume = Numbers(2, 2, 2, 3, 4);

    [Fact]
    public void Padding_adds_zeros_at_each_end()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        AllResizing.Outputs results = Run();
        AssertMoved(_sound, results.Longer, [2], [3]);
        AssertMoved(_picture, results.Larger, [0, 2], [1, 5]);
        AssertMoved(_picture, results.Evenly, [1, 2], [2, 4]);
        AssertMoved(_volume, results.Thicker, [1, 0, 3], [1, 2, 3]);
    }

    [Fact]
    public void Cropping_leaves_out_each_end()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        AllResizing.Outputs results = Run();
        AssertMoved(_sound, results.Shorter, [-1], [-3]);
        AssertMoved(_picture, results.Smaller, [-1, -2], [-2, -2]);
        AssertMoved(_picture, results.Narrower, [0, -1], [0, -2]);
        AssertMoved(_volume, results.Inside, [0, -1, -1], [0, -2, -2]);
        AssertMoved(_picture, results.Whole, [0, 0], [0, 0]);
    }

    [Fact]
    public void The_nearest_element_is_repeated()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        AllResizing.Outputs results = Run();
        AssertSampled(_sound, results.Repeated, [3], Nearest);
        AssertSampled(_picture, results.Blocks, [2, 3], Nearest);
        AssertSampled(_volume, results.Cubes, [1, 2, 3], Nearest);
    }

    [Fact]
    public void Lines_and_cubics_go_through_the_centres()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        AllResizing.Outputs results = Run();
        AssertSampled(_sound, results.Line, [3], Linear);
        AssertSampled(_picture, results.Plane, [2, 3], Linear);
        AssertSampled(_volume, results.Solid, [1, 2, 3], Linear);
        AssertSampled(_picture, results.Curved, [2, 1], Cubic);
    }

    [Fact]
    public void Channels_become_squares()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor shuffled = Run().Shuffled;
        Assert.Equal([2, 2, 6, 8], shuffled.shape);
        foreach (long[] at in Naive.Indices(shuffled.shape))
        {
            long channel = (at[1] * 4) + (at[2] % 2 * 2) + (at[3] % 2);
            Assert.Equal(_picture[at[0], channel, at[2] / 2, at[3] / 2].item<double>(), shuffled[at].item<double>());
        }
    }

    [Fact]
    public void Adaptive_poolings_divide_each_axis_into_windows()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllAdaptive(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, 7);
        torch.Tensor picture = Values.Random(2, 2, 5, 8);
        torch.Tensor volume = Values.Random(2, 2, 5, 6, 7);
        var results = model.forward(new AllAdaptive.Inputs(sound, picture, volume));
        AssertPooled(sound, results.Greatest, [3], window => window.Max());
        AssertPooled(picture, results.Greater, [2, 3], window => window.Max());
        AssertPooled(volume, results.Great, [2, 7, 3], window => window.Max());
        AssertPooled(sound, results.Middle, [3], window => window.Average());
        AssertPooled(picture, results.Mean, [7, 3], window => window.Average());
        AssertPooled(volume, results.Dense, [2, 2, 2], window => window.Average());
    }

    [Fact]
    public void Gradients_are_those_of_the_numbers()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new OverwrittenResizing(dtype: torch.float64);
        torch.Tensor picture = Values.Random(2, 4, 3, 4);
        torch.Tensor volume = Values.Random(2, 2, 2, 3, 4);
        Gradients.AssertRight(picture, x => Gradients.Sum(model.forward(new OverwrittenResizing.Inputs(x, volume))));
        Gradients.AssertRight(volume, x => Gradients.Sum(model.forward(new OverwrittenResizing.Inputs(picture, x))));
    }

    [Fact]
    public void Inputs_are_never_overwritten()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new OverwrittenResizing(dtype: torch.float64);
        torch.Tensor picture = Values.Random(2, 4, 3, 4);
        torch.Tensor volume = Values.Random(2, 2, 2, 3, 4);
        double[] before = [.. Values.Of(picture), .. Values.Of(volume)];
        using (torch.no_grad()) model.forward(new OverwrittenResizing.Inputs(picture, volume));
        Values.AssertClose(before, [.. Values.Of(picture), .. Values.Of(volume)]);
    }

    private AllResizing.Outputs Run()
    {
        using var model = new AllResizing(dtype: torch.float64);
        return model.forward(new AllResizing.Inputs(_sound, _picture, _volume));
    }

    /// <summary>Numbers of which none is zero, and no two alike.</summary>
    private static torch.Tensor Numbers(params long[] shape) => (torch.arange(1, 1 + shape.Aggregate((product, size) => product * size), dtype: torch.float64) * 1.7 % 11).reshape(shape);

    /// <summary>Each element stands further on by so many, and all others are zero.</summary>
    private static void AssertMoved(torch.Tensor input, torch.Tensor result, long[] by, long[] growth)
    {
        Assert.Equal([.. input.shape[..2], .. input.shape[2..].Zip(growth, (size, more) => size + more)], result.shape);
        foreach (long[] at in Naive.Indices(result.shape))
        {
            long[] from = [.. at[..2], .. at[2..].Zip(by, (position, moved) => position - moved)];
            bool isInside = from.Zip(input.shape).All(axis => axis.First >= 0 && axis.First < axis.Second);
            Assert.Equal(isInside ? input[from].item<double>() : 0, result[at].item<double>());
        }
    }

    /// <summary>Each element is the sum of those around its place in the input, weighted by their distances along each axis.</summary>
    private static void AssertSampled(torch.Tensor input, torch.Tensor result, long[] factors, Func<double, double> weight)
    {
        Assert.Equal([.. input.shape[..2], .. input.shape[2..].Zip(factors, (size, factor) => size * factor)], result.shape);
        foreach (long[] at in Naive.Indices(result.shape))
        {
            double sum = 0;
            foreach (long[] offset in Naive.Indices([.. factors.Select(_ => 5L)]))
            {
                double share = 1;
                long[] from = [.. at];
                for (int i = 0; i < factors.Length; i++)
                {
                    double place = ((at[i + 2] + 0.5) / factors[i]) - 0.5;
                    long near = (long)Math.Floor(place) + offset[i] - 2;
                    share *= weight(near - place);
                    from[i + 2] = Math.Clamp(near, 0, input.shape[i + 2] - 1);
                }

                sum += share * input[from].item<double>();
            }

            Assert.Equal(sum, result[at].item<double>(), 1e-9);
        }
    }

    private static double Nearest(double distance) => distance is > -0.5 and <= 0.5 ? 1 : 0;

    private static double Linear(double distance) => Math.Max(0, 1 - Math.Abs(distance));

    /// <summary>The kernel of cubic convolution (Keys 1981) with <c>a = -0.75</c>.</summary>
    private static double Cubic(double distance)
    {
        const double a = -0.75;
        double x = Math.Abs(distance);
        return x <= 1 ? ((((a + 2) * x) - (a + 3)) * x * x) + 1 : x < 2 ? ((((((x - 5) * x) + 8) * x) - 4) * a) : 0;
    }

    private static void AssertPooled(torch.Tensor input, torch.Tensor result, long[] output, Func<IEnumerable<double>, double> reduce)
    {
        Assert.Equal([.. input.shape[..2], .. output], result.shape);
        foreach (long[] at in Naive.Indices(result.shape))
        {
            IEnumerable<double> window =
                from element in Naive.Indices(input.shape)
                where element[0] == at[0] && element[1] == at[1]
                where Enumerable.Range(0, output.Length).All(i => IsInWindow(element[i + 2], at[i + 2], input.shape[i + 2], output[i]))
                select input[element].item<double>();
            Assert.Equal(reduce(window), result[at].item<double>(), 1e-12);
        }
    }

    private static bool IsInWindow(long element, long window, long size, long windows) =>
        element >= Math.Floor(window * size / (double)windows) && element < Math.Ceiling((window + 1) * size / (double)windows);
}
