using static GraphGen.Layers;

namespace GraphGen.Tests.Architectures;

/// <summary>Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, 2014: configuration D.</summary>
[Model]
internal sealed partial class Vgg16
{
    private static readonly Input picture = Input(3, 224, 224);
    private static readonly Node features = Features(picture);
    private static readonly Node fc1 = Dropout(0.5)(Dense(4096, ReLU)(Flatten()(features)));
    private static readonly Node fc2 = Dropout(0.5)(Dense(4096, ReLU)(fc1));
    private static readonly Output scores = Dense(1000)(fc2);

    private static Node Features(Node x)
    {
        foreach ((int count, int filters) in new[] { (2, 64), (2, 128), (3, 256), (3, 512), (3, 512) })
        {
            for (int i = 0; i < count; i++) x = Conv2D(filters, 3, padding: 1, activation: ReLU)(x);
            x = MaxPooling2D(2)(x);
        }

        return x;
    }
}

/// <summary>Howard and others, MobileNets, 2017, as Keras has it: width 1, pictures of 224 by 224, the classes by a convolution.</summary>
[Model]
internal sealed partial class MobileNet
{
    private static readonly Input picture = Input(3, 224, 224);
    private static readonly Node stem = Normalized(Conv2D(32, 3, strides: 2, padding: Padding.Same, bias: false)(picture));
    private static readonly Node blocks = Blocks(stem);
    private static readonly Output classes = Softmax(Flatten()(Conv2D(1000, 1)(GlobalAveragePooling2D(keepDims: true)(blocks))));

    private static Node Normalized(Node x) => ReLU6(BatchNormalization()(x));

    private static Node Blocks(Node x)
    {
        int[] filters = [64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024];
        for (int i = 0; i < filters.Length; i++)
        {
            int stride = i > 0 && filters[i] > filters[i - 1] ? 2 : 1;
            Node depthwise = Normalized(DepthwiseConv2D(3, strides: stride, padding: Padding.Same, bias: false)(x));
            x = Normalized(Conv2D(filters[i], 1, bias: false)(depthwise));
        }

        return x;
    }
}

/// <summary>LeCun and others, Gradient-Based Learning Applied to Document Recognition, 1998, in the plain form that is taught: full connections and max pooling.</summary>
[Model]
internal sealed partial class LeNet5
{
    private static readonly Input picture = Input(1, 28, 28);
    private static readonly Node conv1 = MaxPooling2D(2)(Conv2D(6, 5, padding: 2, activation: ReLU)(picture));
    private static readonly Node conv2 = MaxPooling2D(2)(Conv2D(16, 5, activation: ReLU)(conv1));
    private static readonly Node fc1 = Dense(120, ReLU)(Flatten()(conv2));
    private static readonly Node fc2 = Dense(84, ReLU)(fc1);
    private static readonly Output digit = Dense(10)(fc2);
}
