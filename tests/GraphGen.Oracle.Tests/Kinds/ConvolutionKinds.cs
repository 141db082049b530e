using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>Convolutions, there and back, and channel by channel.</summary>
internal static class ConvolutionKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        .. Enumerable.Range(1, 3).SelectMany(axes => new Kind[]
        {
            new($"Conv{axes}D", d => Draw(d, axes, DrawFilters(d), DrawGroups(d)), c => Convolve(c, axes)),
            new($"Conv{axes}DTranspose", d => Draw(d, axes, DrawFilters(d), DrawGroups(d), ("outputPadding", d.Chance.OneIn(4) ? d.Sizes(axes, 0, 1) : null)), c => Transpose(c, axes)),
        }),
        .. Enumerable.Range(1, 2).SelectMany(axes => new Kind[]
        {
            new($"DepthwiseConv{axes}D", d => Draw(d, axes, DrawMultiplier(d)), c => Depthwise(c, axes)),
            new($"SeparableConv{axes}D", d => Draw(d, axes, DrawFilters(d), DrawMultiplier(d)), c => Separate(c, axes)),
        }),
    ];

    private static Argument DrawFilters(Drawing d) => ("filters", d.Size(1, 4));

    private static Argument DrawGroups(Drawing d) => ("groups", d.Chance.OneIn(4) ? d.Whole(1, 2) : null);

    private static Argument DrawMultiplier(Drawing d) => ("multiplier", d.Chance.OneIn(3) ? d.Whole(1, 2) : null);

    private static Application? Draw(Drawing d, int axes, params Argument[] more)
    {
        Argument[] all =
        [
            .. more,
            ("kernel", d.Sizes(axes, 1, 3)),
            ("strides", d.Maybe(d.Sizes(axes, 1, 2))),
            ("padding", Windows.DrawPadding(d, axes, 2)),
            ("dilation", d.Chance.OneIn(4) ? d.Sizes(axes, 1, 2) : null),
            ("activation", d.Activation()),
            ("bias", d.Flag(true)),
            ("initializer", d.Initializer()),
        ];
        return Drawing.Apply(d.OfModel(axes + 2, axes + 2), all);
    }

    private static Tensor Convolve(Call c, int axes)
    {
        long groups = c.Int("groups", 1);
        Refusal.Unless(c.Rank > 1 && groups > 0 && c.X.size(1) % groups == 0 && c.Int("filters") % groups == 0, "Channels that the groups do not divide.");
        Weights weights = c.Weights(weights => weights
            .Add("weight", [c.Int("filters"), c.X.size(1) / groups, .. c.Sizes("kernel", axes)])
            .AddIf(c.Flag("bias", true), "bias", c.Int("filters")));
        return c.Activate(Slide(c, axes, weights["weight"]!, weights["bias"], groups));
    }

    private static Tensor Depthwise(Call c, int axes)
    {
        Refusal.Unless(c.Rank > 1, "No channels.");
        long channels = c.X.size(1);
        long filters = channels * c.Int("multiplier", 1);
        Weights weights = c.Weights(weights => weights.Add("weight", [filters, 1, .. c.Sizes("kernel", axes)]).AddIf(c.Flag("bias", true), "bias", filters));
        return c.Activate(Slide(c, axes, weights["weight"]!, weights["bias"], channels));
    }

    private static Tensor Separate(Call c, int axes)
    {
        Refusal.Unless(c.Rank == axes + 2, "No channels.");
        long channels = c.X.size(1);
        long between = channels * c.Int("multiplier", 1);
        long[] one = [.. Enumerable.Repeat(1L, axes)];
        Weights weights = c.Weights(weights => weights
            .AddPart("depthwise", part => part.Add("weight", [between, 1, .. c.Sizes("kernel", axes)]))
            .AddPart("pointwise", part => part.Add("weight", [c.Int("filters"), between, .. one]).AddIf(c.Flag("bias", true), "bias", c.Int("filters"))));
        Tensor deep = Slide(c, axes, weights.Part("depthwise")["weight"]!, null, channels);
        Weights points = weights.Part("pointwise");
        return c.Activate(Convolve(deep, points["weight"]!, points["bias"], one, [.. one.Select(_ => 0L)], one, 1));
    }

    private static Tensor Slide(Call c, int axes, Tensor weight, Tensor? bias, long groups)
    {
        (long[] kernel, long[] strides, long[] dilation) = Read(c, axes);
        if (c.Text("padding") != Word.Same.Text) return Convolve(c.X, weight, bias, strides, c.Sizes("padding", axes, 0), dilation, groups);
        return Convolve(Windows.Pad(c.X, Windows.SameEnds(c, kernel, strides, dilation)), weight, bias, strides, new long[axes], dilation, groups);
    }

    private static (long[] Kernel, long[] Strides, long[] Dilation) Read(Call c, int axes)
    {
        (long[] kernel, long[] strides, long[] dilation) = (c.Sizes("kernel", axes), c.Sizes("strides", axes, 1), c.Sizes("dilation", axes, 1));
        Refusal.Unless(kernel.Concat(strides).Concat(dilation).All(size => size > 0), "A window of nothing.");
        return (kernel, strides, dilation);
    }

    private static Tensor Convolve(Tensor x, Tensor weight, Tensor? bias, long[] strides, long[] padding, long[] dilation, long groups) => strides.Length switch
    {
        1 => conv1d(x, weight, bias, strides[0], padding[0], dilation[0], groups),
        2 => conv2d(x, weight, bias, strides, padding, dilation, groups),
        _ => conv3d(x, weight, bias, strides, padding, dilation, groups),
    };

    private static Tensor Transpose(Call c, int axes)
    {
        (long[] kernel, long[] strides, long[] dilation) = Read(c, axes);
        (long groups, long filters) = (c.Int("groups", 1), c.Int("filters"));
        Refusal.Unless(c.Rank > 1 && groups > 0 && c.X.size(1) % groups == 0 && filters % groups == 0, "Channels that the groups do not divide.");
        Weights weights = c.Weights(weights => weights.Add("weight", [c.X.size(1), filters / groups, .. kernel]).AddIf(c.Flag("bias", true), "bias", filters));
        (Tensor weight, Tensor? bias) = (weights["weight"]!, weights["bias"]);
        if (c.Text("padding") != Word.Same.Text)
        {
            (long[] padding, long[] more) = (c.Sizes("padding", axes, 0), c.Sizes("outputPadding", axes, 0));

            // Of a result without elements libtorch ends the process.
            bool isThere = c.Rank == axes + 2 && Enumerable.Range(0, axes).All(i =>
                ((c.X.size(i + 2) - 1) * strides[i]) - (2 * padding[i]) + ((kernel[i] - 1) * dilation[i]) + 1 + more[i] > 0);
            Refusal.Unless(isThere, "Nothing is left.");
            return c.Activate(Spread(c.X, weight, bias, strides, padding, more, dilation, groups));
        }

        // As much as a convolution with the same window adds to its input is taken away, so that L elements become L s.
        Refusal.Unless(c.Rank == axes + 2 && !c.Has("outputPadding"), "No room for output padding.");
        Tensor result = Spread(c.X, weight, null, strides, new long[axes], new long[axes], dilation, groups);
        for (int i = 0; i < axes; i++)
        {
            long size = c.X.size(i + 2) * strides[i];
            (long before, _) = Windows.Same(size, kernel[i], strides[i], dilation[i]);
            long missing = Math.Max(before + size - result.size(i + 2), 0);
            result = cat([result, zeros([.. result.shape[..(i + 2)], missing, .. result.shape[(i + 3)..]], result.dtype)], i + 2).narrow(i + 2, before, size);
        }

        return c.Activate(bias is null ? result : result + bias.reshape([-1, .. Enumerable.Repeat(1L, axes)]));
    }

    private static Tensor Spread(Tensor x, Tensor weight, Tensor? bias, long[] strides, long[] padding, long[] outputPadding, long[] dilation, long groups) => strides.Length switch
    {
        1 => conv_transpose1d(x, weight, bias, strides[0], padding[0], outputPadding[0], dilation[0], groups),
        2 => conv_transpose2d(x, weight, bias, strides, padding, outputPadding, dilation, groups),
        _ => conv_transpose3d(x, weight, bias, strides, padding, outputPadding, dilation, groups),
    };
}
