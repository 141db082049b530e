using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Every activation, of the same numbers.</summary>
[Model]
public partial class AllActivations
{
    static readonly Input  x = Input(17);
    static readonly Output relu = ReLU(x);
    static readonly Output relu6 = ReLU6(x);
    static readonly Output sigmoid = Sigmoid(x);
    static readonly Output tanh = Tanh(x);
    static readonly Output softmax = Softmax(x);
    static readonly Output logSoftmax = LogSoftmax(x);
    static readonly Output softplus = Softplus(x);
    static readonly Output softsign = Softsign(x);
    static readonly Output selu = SELU(x);
    static readonly Output gelu = GELU(x);
    static readonly Output geluTanh = GELUTanh(x);
    static readonly Output silu = SiLU(x);
    static readonly Output mish = Mish(x);
    static readonly Output hardswish = Hardswish(x);
    static readonly Output hardSigmoid = HardSigmoid(x);
    static readonly Output exponential = Exponential(x);
    static readonly Output logSigmoid = LogSigmoid(x);
    static readonly Output leakyRelu = LeakyReLU()(x);
    static readonly Output steepRelu = LeakyReLU(-0.5)(x);
    static readonly Output elu = ELU()(x);
    static readonly Output elu3 = ELU(alpha: 3)(x);
    static readonly Output prelu = PReLU()(x);
    static readonly Output softmaxAlong = SoftmaxAlong(1)(x);
    static readonly Output threshold = Threshold(1.5)(x);
    static readonly Output thresholdBelow = Threshold(-1)(x);
}

/// <summary>Every activation behind a layer whose result it may overwrite.</summary>
[Model]
public partial class OverwritingActivations
{
    static readonly Input  x = Input(4);
    static readonly Output relu = Dense(5, ReLU)(x);
    static readonly Output relu6 = Dense(5, ReLU6)(x);
    static readonly Output sigmoid = Dense(5, Sigmoid)(x);
    static readonly Output tanh = Dense(5, Tanh)(x);
    static readonly Output softmax = Dense(5, Softmax)(x);
    static readonly Output logSoftmax = Dense(5, LogSoftmax)(x);
    static readonly Output softplus = Dense(5, Softplus)(x);
    static readonly Output softsign = Dense(5, Softsign)(x);
    static readonly Output selu = Dense(5, SELU)(x);
    static readonly Output gelu = Dense(5, GELU)(x);
    static readonly Output geluTanh = Dense(5, GELUTanh)(x);
    static readonly Output silu = Dense(5, SiLU)(x);
    static readonly Output mish = Dense(5, Mish)(x);
    static readonly Output hardswish = Dense(5, Hardswish)(x);
    static readonly Output hardSigmoid = Dense(5, HardSigmoid)(x);
    static readonly Output exponential = Dense(5, Exponential)(x);
    static readonly Output logSigmoid = Dense(5, LogSigmoid)(x);
    static readonly Output leakyRelu = Dense(5, LeakyReLU(0.2))(x);
    static readonly Output flatRelu = Dense(5, LeakyReLU(0))(x);
    static readonly Output steepRelu = Dense(5, LeakyReLU(-0.5))(x);
    static readonly Output elu = Dense(5, ELU(1.5))(x);
    static readonly Output eluBelow = Dense(5, ELU(-1.5))(x);
    static readonly Output threshold = Dense(5, Threshold(0.5))(x);
    static readonly Output thresholdBelow = Dense(5, Threshold(-0.5))(x);
}
