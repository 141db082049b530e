using static GraphGen.Layers;

namespace GraphGen.Tests.Models;

/// <summary>A small residual network, whose blocks a helper makes.</summary>
[Model]
internal sealed partial class Residual
{
    private static readonly (int Filters, int Stride)[] s_blocks = [(8, 1), (16, 2)];
    private static readonly Input picture = Input(3, 8, 8);
    private static readonly Node features = Stem(picture);
    private static readonly Output digit = Dense(10)(GlobalAveragePooling2D()(features));

    private static Node Stem(Node x)
    {
        x = Blocks.Normalized(Conv2D(8, 3, padding: 1, bias: false)(x));
        foreach ((int filters, int stride) in s_blocks) x = Blocks.Residual(x, filters, stride);
        return x;
    }
}

/// <summary>Helpers in a class of their own.</summary>
internal static class Blocks
{
    private const int Kernel = 3;

    public static Node Residual(Node x, int filters, int stride = 1)
    {
        Node first = Normalized(Conv2D(filters, Kernel, stride, padding: Kernel / 2, bias: false)(x));
        Node second = BatchNormalization()(Conv2D(filters, Kernel, padding: Kernel / 2, bias: false)(first));
        Node way = stride == 1 ? x : BatchNormalization()(Conv2D(filters, 1, stride, bias: false)(x));
        return ReLU(second + way);
    }

    public static Node Normalized(Node x) => ReLU(BatchNormalization()(x));
}

/// <summary>Branches in an array, and a layer that a helper shares among them.</summary>
[Model]
internal sealed partial class Branches
{
    private static readonly Input x = Input(6), z = Input(6);
    private static readonly Output y = Compare(3, x, z);

    private static Node Compare(int depth, params Node[] inputs)
    {
        Layer shared = Dense(4, Tanh);
        var codes = new List<Node>();
        foreach (Node input in inputs)
        {
            Node code = shared(input);
            for (int i = 0; i < depth - 1; i++) code = Dense(1 << (i + 1))(code);
            codes.Add(code);
        }

        return Dense(1)(Abs(codes[0] - codes[^1]));
    }
}
