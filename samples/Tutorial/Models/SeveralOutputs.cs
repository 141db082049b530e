using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>Several outputs: from one series, the probability that it rises next, and the series shifted by one step.</summary>
[Model]
public partial class SeveralOutputs
{
    static readonly Input  visible = Input(100, 1);
    static readonly Node   extract = LSTM(10, returnSequences: true)(visible);

    static readonly Node   class11 = LSTM(10)(extract);
    static readonly Node   class12 = Dense(10, ReLU)(class11);
    static readonly Output output1 = Dense(1, Sigmoid)(class12);

    static readonly Output output2 = TimeDistributed(Dense(1))(extract);
}
