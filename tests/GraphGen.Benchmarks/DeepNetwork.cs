using static GraphGen.Layers;

namespace GraphGen.Benchmarks;

/// <summary>Two hundred layers, made in a loop.</summary>
[Model]
public sealed partial class DeepNetwork
{
    private static readonly Input x = Input(16);
    private static readonly Node tower = Tower(x);
    private static readonly Output y = Dense(1)(tower);

    private static Node Tower(Node x)
    {
        Node block = x;
        for (int i = 0; i < 200; i++) block = Dense(16, ReLU)(block);
        return block;
    }
}
