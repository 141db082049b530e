using static GraphGen.Layers;

namespace GraphGen.Tests.Models;

/// <summary>A block of a width that is seen from what it is applied to.</summary>
[Model]
internal sealed partial class Bottleneck
{
    private static readonly Dim width = Dim.Parameter();
    private static readonly Dim factor = Dim.Parameter(2);
    private static readonly Input x = Input(width);
    private static readonly Node narrow = Dense(width / factor, ReLU)(x);
    private static readonly Output y = x + Dense(width)(narrow);
}

/// <summary>Two outputs, of which a model around it chooses one.</summary>
[Model]
internal sealed partial class Encoder
{
    private static readonly Input picture = Input(8, 8);
    private static readonly Node hidden1 = Dense(16, ReLU)(Flatten()(picture));
    private static readonly Output code = Dense(4)(hidden1);
    private static readonly Output mean = Mean(hidden1);
}

/// <summary>One encoder for two pictures, and a block of each of two sizes.</summary>
[Model]
internal sealed partial class PairOfPictures
{
    private static readonly Layer encoder = Use<Encoder>();
    private static readonly Input left = Input(8, 8);
    private static readonly Input right = Input(8, 8);
    private static readonly Node a = encoder(left)["code"];
    private static readonly Node both = encoder(right);
    private static readonly Node joined = Concatenate(a, both["code"]);
    private static readonly Node block1 = Use<Bottleneck>()(joined);
    private static readonly Node block2 = Use<Bottleneck>(new { factor = 4 })(block1);
    private static readonly Output same = Dense(1, Sigmoid)(block2);
    private static readonly Output darkness = both["mean"];
}

/// <summary>A model of parameters that hands them on.</summary>
[Model]
internal sealed partial class Stack
{
    private static readonly Dim size = Dim.Parameter(12);
    private static readonly Input x = Input(size);
    private static readonly Node first = Use<Bottleneck>(new { factor = size / 3 })(x);
    private static readonly Output y = Use<Bottleneck>()(Dense(2 * size)(first));
}
