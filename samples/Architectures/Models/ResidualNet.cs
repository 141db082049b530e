using GraphGen;
using static GraphGen.Layers;

namespace Architectures;

/// <summary>Which photograph is a colour patch from? Convolutions whose results are added to what they read (He and others, 2015).</summary>
[Model]
public partial class ResidualNet
{
    static readonly Input  picture = Input(3, 32, 32);
    static readonly Node   stem    = ReLU(BatchNormalization()(Conv2D(16, kernel: 3, padding: Padding.Same, bias: false)(picture)));
    static readonly Node   stage1  = Block(stem, filters: 16, stride: 1);
    static readonly Node   stage2  = Block(stage1, filters: 32, stride: 2);
    static readonly Node   stage3  = Block(stage2, filters: 64, stride: 2);
    static readonly Output flower  = Dense(1, Sigmoid)(GlobalAveragePooling2D()(stage3));

    static Node Block(Node x, int filters, int stride)
    {
        Node conv1 = Conv2D(filters, kernel: 3, strides: stride, padding: 1, bias: false)(x);
        Node conv2 = Conv2D(filters, kernel: 3, padding: 1, bias: false)(ReLU(BatchNormalization()(conv1)));
        Node shortcut = stride == 1 ? x : Conv2D(filters, kernel: 1, strides: stride, bias: false)(x);
        return ReLU(BatchNormalization()(conv2) + shortcut);
    }
}
