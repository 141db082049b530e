namespace GraphGen;

public static partial class Layers
{
    /// <summary>The ReLU activation.</summary>
    public static Layer ReLU => Inert.Layer;

    /// <summary>The ReLU6 activation.</summary>
    public static Layer ReLU6 => Inert.Layer;

    /// <summary>The Sigmoid activation.</summary>
    public static Layer Sigmoid => Inert.Layer;

    /// <summary>The Tanh activation.</summary>
    public static Layer Tanh => Inert.Layer;

    /// <summary>The Softmax activation.</summary>
    public static Layer Softmax => Inert.Layer;

    /// <summary>The LogSoftmax activation.</summary>
    public static Layer LogSoftmax => Inert.Layer;

    /// <summary>The Softplus activation.</summary>
    public static Layer Softplus => Inert.Layer;

    /// <summary>The Softsign activation.</summary>
    public static Layer Softsign => Inert.Layer;

    /// <summary>The SELU activation.</summary>
    public static Layer SELU => Inert.Layer;

    /// <summary>The GELU activation.</summary>
    public static Layer GELU => Inert.Layer;

    /// <summary>The GELUTanh activation.</summary>
    public static Layer GELUTanh => Inert.Layer;

    /// <summary>The SiLU activation.</summary>
    public static Layer SiLU => Inert.Layer;

    /// <summary>The Mish activation.</summary>
    public static Layer Mish => Inert.Layer;

    /// <summary>The Hardswish activation.</summary>
    public static Layer Hardswish => Inert.Layer;

    /// <summary>The HardSigmoid activation.</summary>
    public static Layer HardSigmoid => Inert.Layer;

    /// <summary>The Exponential activation.</summary>
    public static Layer Exponential => Inert.Layer;

    /// <summary>The LogSigmoid activation.</summary>
    public static Layer LogSigmoid => Inert.Layer;

    /// <summary>Leaky ReLU.</summary>
    public static Layer LeakyReLU(double slope = 0.01) => Inert.Layer;

    /// <summary>ELU.</summary>
    public static Layer ELU(double alpha = 1.0) => Inert.Layer;

    /// <summary>PReLU.</summary>
    public static Layer PReLU() => Inert.Layer;

    /// <summary>Softmax along an axis.</summary>
    public static Layer SoftmaxAlong(int axis) => Inert.Layer;

    /// <summary>Threshold.</summary>
    public static Layer Threshold(double value) => Inert.Layer;
}
