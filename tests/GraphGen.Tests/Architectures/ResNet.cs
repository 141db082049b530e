using static GraphGen.Layers;

namespace GraphGen.Tests.Architectures;

/// <summary>He and others, Deep Residual Learning for Image Recognition, 2015: the network of 18 layers for a thousand classes.</summary>
[Model]
internal sealed partial class ResNet18
{
    private static readonly Input picture = Input(3, 224, 224);
    private static readonly Node stem = ReLU(BatchNormalization()(Conv2D(64, 7, strides: 2, padding: 3, bias: false)(picture)));
    private static readonly Node stage1 = Stage(MaxPooling2D(3, strides: 2, padding: 1)(stem), 64, 1);
    private static readonly Node stage2 = Stage(stage1, 128, 2);
    private static readonly Node stage3 = Stage(stage2, 256, 2);
    private static readonly Node stage4 = Stage(stage3, 512, 2);
    private static readonly Output scores = Dense(1000)(GlobalAveragePooling2D()(stage4));

    private static Node Stage(Node x, int filters, int stride)
    {
        Node first = Block(x, filters, stride);
        return Block(first, filters, 1);
    }

    private static Node Block(Node x, int filters, int stride)
    {
        Node conv1 = Conv2D(filters, 3, strides: stride, padding: 1, bias: false)(x);
        Node conv2 = Conv2D(filters, 3, padding: 1, bias: false)(ReLU(BatchNormalization()(conv1)));
        Node shortcut = stride == 1 ? x : BatchNormalization()(Conv2D(filters, 1, strides: stride, bias: false)(x));
        return ReLU(BatchNormalization()(conv2) + shortcut);
    }
}

/// <summary>The network of 50 layers, whose blocks are narrow inside.</summary>
[Model]
internal sealed partial class ResNet50
{
    private static readonly Input picture = Input(3, 224, 224);
    private static readonly Node stem = Normalized(Conv2D(64, 7, strides: 2, padding: 3, bias: false)(picture));
    private static readonly Node stage1 = Stage(MaxPooling2D(3, strides: 2, padding: 1)(stem), 3, 64, 1);
    private static readonly Node stage2 = Stage(stage1, 4, 128, 2);
    private static readonly Node stage3 = Stage(stage2, 6, 256, 2);
    private static readonly Node stage4 = Stage(stage3, 3, 512, 2);
    private static readonly Output scores = Dense(1000)(GlobalAveragePooling2D()(stage4));

    private static Node Normalized(Node x) => ReLU(BatchNormalization()(x));

    private static Node Stage(Node x, int blocks, int width, int stride)
    {
        Node block = Block(x, width, stride, true);
        for (int i = 1; i < blocks; i++) block = Block(block, width, 1, false);
        return block;
    }

    private static Node Block(Node x, int width, int stride, bool widens)
    {
        Node narrow = Normalized(Conv2D(width, 1, bias: false)(x));
        Node middle = Normalized(Conv2D(width, 3, strides: stride, padding: 1, bias: false)(narrow));
        Node wide = BatchNormalization()(Conv2D(4 * width, 1, bias: false)(middle));
        Node shortcut = widens ? BatchNormalization()(Conv2D(4 * width, 1, strides: stride, bias: false)(x)) : x;
        return ReLU(wide + shortcut);
    }
}
