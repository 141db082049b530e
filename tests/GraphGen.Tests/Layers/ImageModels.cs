using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Pictures through everything that may change the order of their memory.</summary>
[Model]
public partial class Pictures
{
    static readonly Input  picture   = Input(3, 9, 10);
    static readonly Output edges     = Conv2D(4, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same)(picture);
    static readonly Output greatest  = MaxPooling2D(2)(edges);
    static readonly Output same      = MaxPooling2D(3, strides: 2, padding: Padding.Same)(edges);
    static readonly Output shifted   = MaxPooling2D(2, strides: 1, padding: Padding.Same)(edges);
    static readonly Output mean      = AveragePooling2D(2, strides: 1)(shifted);
    static readonly Output normal    = BatchNormalization()(mean);
    static readonly Output deep      = Conv2D(2, kernel: 2, padding: Padding.Same)(normal);
    static readonly Output flat      = Flatten()(deep);
    static readonly Output turned    = Permute(2, 3, 1)(deep);
    static readonly Output regrouped = Reshape(-1, 4)(deep);
    static readonly Output channels  = GlobalMaxPooling2D()(deep);
    static readonly Output kept      = GlobalAveragePooling2D(keepDims: true)(deep);
}

/// <summary>The same in the usual order of memory.</summary>
[Model(ChannelsLast = false)]
public partial class ContiguousPictures
{
    static readonly Input  picture   = Input(3, 9, 10);
    static readonly Output edges     = Conv2D(4, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same)(picture);
    static readonly Output greatest  = MaxPooling2D(2)(edges);
    static readonly Output same      = MaxPooling2D(3, strides: 2, padding: Padding.Same)(edges);
    static readonly Output shifted   = MaxPooling2D(2, strides: 1, padding: Padding.Same)(edges);
    static readonly Output mean      = AveragePooling2D(2, strides: 1)(shifted);
    static readonly Output normal    = BatchNormalization()(mean);
    static readonly Output deep      = Conv2D(2, kernel: 2, padding: Padding.Same)(normal);
    static readonly Output flat      = Flatten()(deep);
    static readonly Output turned    = Permute(2, 3, 1)(deep);
    static readonly Output regrouped = Reshape(-1, 4)(deep);
    static readonly Output channels  = GlobalMaxPooling2D()(deep);
    static readonly Output kept      = GlobalAveragePooling2D(keepDims: true)(deep);
}

/// <summary>Results of sequences that an activation behind them overwrites.</summary>
[Model]
public partial class OverwrittenSequences
{
    static readonly Input  sound    = Input(2, 7);
    static readonly Node   line     = Conv1D(3, kernel: 3)(sound);
    static readonly Node   greatest = MaxPooling1D(2, strides: 1, padding: Padding.Same)(sound);
    static readonly Node   top      = MaxPooling1D(3)(sound);
    static readonly Node   mean     = AveragePooling1D(2, padding: 1)(sound);
    static readonly Node   batch    = BatchNormalization()(sound);
    static readonly Node   layer    = LayerNormalization(axes: 2)(sound);
    static readonly Node   largest  = GlobalMaxPooling1D()(sound);
    static readonly Node   middle   = GlobalAveragePooling1D()(sound);
    static readonly Output line2    = Tanh(line);
    static readonly Output greater2 = ReLU(greatest);
    static readonly Output top2     = Sigmoid(top);
    static readonly Output mean2    = ReLU(mean);
    static readonly Output batch2   = ReLU(batch);
    static readonly Output layer2   = Sigmoid(layer);
    static readonly Output largest2 = Tanh(largest);
    static readonly Output middle2  = ReLU(middle);
}

/// <summary>The same of pictures and volumes, with activations that follow the pooling that reads them.</summary>
[Model]
public partial class OverwrittenImages
{
    static readonly Input  picture  = Input(2, 4, 5);
    static readonly Input  volume   = Input(2, 3, 2, 3);
    static readonly Node   edges    = Conv2D(3, kernel: 2, activation: ReLU, padding: Padding.Same)(picture);
    static readonly Node   mean     = AveragePooling2D((2, 4), strides: 1, padding: Padding.Same)(picture);
    static readonly Node   batch    = BatchNormalization()(picture);
    static readonly Node   block    = Conv3D(2, kernel: 2, activation: ReLU)(volume);
    static readonly Node   thin     = AveragePooling3D(2)(volume);
    static readonly Output greatest = MaxPooling2D((2, 4), strides: 1, padding: Padding.Same)(edges);
    static readonly Output mean2    = Sigmoid(mean);
    static readonly Output batch2   = ReLU(batch);
    static readonly Output block2   = MaxPooling3D((2, 1, 2), strides: 1, padding: Padding.Same)(block);
    static readonly Output thin2    = Tanh(thin);
}

/// <summary>What normalizes, drops or reorders.</summary>
[Model]
public partial class Orders
{
    static readonly Input  numbers = Input(2, 3, 4);
    static readonly Input  single  = Input();
    static readonly Output batch   = BatchNormalization(momentum: 0.3, epsilon: 0.5)(numbers);
    static readonly Output bare    = BatchNormalization(affine: false)(numbers);
    static readonly Output layer   = LayerNormalization(axes: 2, epsilon: 0.5)(numbers);
    static readonly Output plain   = LayerNormalization(affine: false)(numbers);
    static readonly Output each    = InstanceNormalization(epsilon: 0.5, affine: true)(numbers);
    static readonly Output eachBare = ReLU(InstanceNormalization()(numbers));
    static readonly Output grouped = GroupNormalization(2, epsilon: 0.5)(Concatenate(1, numbers, numbers));
    static readonly Output together = ReLU(GroupNormalization(1, affine: false)(numbers));
    static readonly Output root    = RMSNormalization(axes: 2, epsilon: 0.5)(numbers);
    static readonly Output rootBare = Tanh(RMSNormalization(affine: false)(numbers));
    static readonly Output unit    = UnitNormalization()(numbers);
    static readonly Output unit1   = UnitNormalization(axis: 1)(numbers);
    static readonly Output kept    = Dropout(0.25)(numbers);
    static readonly Output flat    = Flatten()(numbers);
    static readonly Output lifted  = Flatten()(single);
    static readonly Output halves  = Reshape(2, -1)(numbers);
    static readonly Output turned  = Permute(3, 1, 2)(numbers);
    static readonly Output steps   = RepeatVector(2)(Flatten()(numbers));
    static readonly Output between = ExpandDims(2)(numbers);
    static readonly Output behind  = ExpandDims(-1)(single);
    static readonly Output without = Squeeze(2)(between);
}
