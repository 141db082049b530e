namespace GraphGen;

public static partial class Layers
{
    /// <summary>A long short-term memory: <c>N T F -> N units</c>.</summary>
    /// <remarks>
    /// Weights of layer <c>i</c>, from 0: <c>weight_ih_l{i} (4 units, F)</c>, <c>weight_hh_l{i} (4 units, units)</c>, <c>bias_ih_l{i}</c> and
    /// <c>bias_hh_l{i} (4 units)</c>, in all <c>4 units (F + units + 2)</c>; Keras has one bias a gate where torch has two, hence <c>4 units</c> fewer. Its
    /// state is a hidden and a cell state, <c>N units</c> each. Hochreiter and Schmidhuber, Long Short-Term Memory, 1997, with the forget gate of Gers and
    /// others, 2000, as torch computes it. Every layer behind the first reads <c>F = units</c>. A sequence is <c>N T F</c> (GG3001), with any number of steps
    /// and a fixed <c>F</c> (GG3007).
    /// </remarks>
    /// <param name="units">Elements of the state, and of the result of a step, 1 or more (GG1006).</param>
    /// <param name="returnSequences">
    /// Whether the result has every step, <c>N T units</c>, rather than the last one only, <c>N units</c>; false by default.
    /// </param>
    /// <param name="layers">Layers of the same kind, each of which reads the steps of the one before; 1 by default.</param>
    /// <param name="dropout">
    /// The part of the elements between one layer and the next that is dropped in training, in [0, 1) (GG1006); 0 by default, and nothing for a single layer.
    /// </param>
    /// <param name="reverse">
    /// Whether the sequence is read from its last step to its first; false by default. The steps of a returned sequence stay in the order of the input, as in
    /// torch, and the last one read is its first.
    /// </param>
    /// <param name="initializer">
    /// How the matrices begin: each <c>weight_ih_l{i}</c> and <c>weight_hh_l{i}</c> by itself, with its gates one below another, as Keras does too; as
    /// TorchSharp has it by default.
    /// </param>
    /// <returns>The layer, which takes the sequence and, if given, the state to begin with.</returns>
    public static Recurrent LSTM(
        Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false, Initializer? initializer = null) => Inert.Recurrent;

    /// <summary>A gated recurrent unit: <c>N T F -> N units</c>.</summary>
    /// <remarks>
    /// Weights of layer <c>i</c>, from 0: <c>weight_ih_l{i} (3 units, F)</c>, <c>weight_hh_l{i} (3 units, units)</c>, <c>bias_ih_l{i}</c> and
    /// <c>bias_hh_l{i} (3 units)</c>, in all <c>3 units (F + units + 2)</c>. Cho and others, Learning Phrase Representations using RNN Encoder-Decoder, 2014,
    /// as torch computes it: the reset gate acts after the state's product with its weights. Every layer behind the first reads <c>F = units</c>. A sequence
    /// is <c>N T F</c> (GG3001), with any number of steps and a fixed <c>F</c> (GG3007).
    /// </remarks>
    /// <inheritdoc cref="LSTM" path="/param"/>
    /// <returns>The layer, which takes the sequence and, if given, the state to begin with.</returns>
    public static Recurrent GRU(
        Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false, Initializer? initializer = null) => Inert.Recurrent;

    /// <summary>The Elman network <c>h' = activation(x Wᵀ + b + h Uᵀ + c)</c>: <c>N T F -> N units</c>.</summary>
    /// <remarks>
    /// Weights of layer <c>i</c>, from 0: <c>weight_ih_l{i} (units, F)</c>, <c>weight_hh_l{i} (units, units)</c>, <c>bias_ih_l{i}</c> and
    /// <c>bias_hh_l{i} (units)</c>, in all <c>units (F + units + 2)</c>. Every layer behind the first reads <c>F = units</c>. A sequence is <c>N T F</c>
    /// (GG3001), with any number of steps and a fixed <c>F</c> (GG3007).
    /// </remarks>
    /// <param name="units">Elements of the state, and of the result of a step, 1 or more (GG1006).</param>
    /// <param name="returnSequences">
    /// Whether the result has every step, <c>N T units</c>, rather than the last one only, <c>N units</c>; false by default.
    /// </param>
    /// <param name="layers">Layers of the same kind, each of which reads the steps of the one before; 1 by default.</param>
    /// <param name="dropout">
    /// The part of the elements between one layer and the next that is dropped in training, in [0, 1) (GG1006); 0 by default, and nothing for a single layer.
    /// </param>
    /// <param name="reverse">
    /// Whether the sequence is read from its last step to its first; false by default. The steps of a returned sequence stay in the order of the input, as in
    /// torch, and the last one read is its first.
    /// </param>
    /// <param name="activation">
    /// What is applied at every step: <see cref="Tanh"/>, which is the default, or <see cref="ReLU"/>, the two that torch computes; others are refused
    /// (GG1006).
    /// </param>
    /// <param name="initializer">
    /// How the matrices begin: each <c>weight_ih_l{i}</c> and <c>weight_hh_l{i}</c> by itself, with its gates one below another, as Keras does too; as
    /// TorchSharp has it by default.
    /// </param>
    /// <returns>The layer, which takes the sequence and, if given, the state to begin with.</returns>
    public static Recurrent SimpleRNN(
        Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false, Layer? activation = null,
        Initializer? initializer = null) => Inert.Recurrent;

    /// <summary>A recurrent layer that reads a sequence both ways, with weights for each: <c>N T F -> N 2·units</c>.</summary>
    /// <remarks>
    /// The result of the other direction is in the order of the input; of the last step alone it is what that direction has read last, which is the first step.
    /// Weights: those of the layer, as <c>weight_ih_l{i}</c> and so on, and as many for the other direction, as <c>weight_ih_l{i}_reverse</c>; every layer
    /// behind the first reads what both directions give, <c>F = 2·units</c>. Where the layer is a field, its own weights read forward, and this layer has those
    /// of the other direction only, without the suffix; it then has one layer (GG3003). Schuster and Paliwal, Bidirectional Recurrent Neural Networks, 1997, as
    /// torch computes it.
    /// </remarks>
    /// <param name="layer">An <see cref="LSTM"/>, <see cref="GRU"/> or <see cref="SimpleRNN"/> that does not read in reverse (GG1006).</param>
    /// <param name="merge">
    /// How the two results become one: <see cref="Merge.Concat"/>, the default, makes <c>2·units</c> of them; the others keep <c>units</c>.
    /// </param>
    /// <returns>The layer, which takes the sequence and, if given, the state to begin with.</returns>
    public static Recurrent Bidirectional(Recurrent? layer, Merge merge = Merge.Concat) => Inert.Recurrent;

    /// <summary>A layer applied to every step of a sequence by itself, with the same weights: <c>N T ... -> N T ...</c>.</summary>
    /// <remarks>
    /// The layer sees the steps as a batch of <c>N T</c>, of the shape of one step; what it makes of <c>N ...</c> is what this makes of each step. There must
    /// be an axis of steps and one after it (GG3001); what else is refused is up to the layer.
    /// </remarks>
    /// <param name="layer">
    /// What is applied, a layer that takes one input (GG1006); it may also be a shared layer's field, whose weights are then shared.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer TimeDistributed(Layer? layer) => Inert.Layer;

    /// <summary>A recurrent layer applied to every step of a sequence of sequences, with the same weights: <c>N S T F -> N S units</c>.</summary>
    /// <remarks>The layer sees the outer steps as a batch of <c>N S</c>, each from a state of zeros.</remarks>
    /// <param name="layer">
    /// What is applied, a layer that takes one input (GG1006); it may also be a shared layer's field, whose weights are then shared.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer TimeDistributed(Recurrent? layer) => Inert.Layer;

    /// <summary>Self-attention within every step of a sequence of sequences, with the same weights: <c>N S T F -> N S T F</c>.</summary>
    /// <remarks>The layer sees the outer steps as a batch of <c>N S</c>.</remarks>
    /// <param name="layer">
    /// What is applied, a layer that takes one input (GG1006); it may also be a shared layer's field, whose weights are then shared.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer TimeDistributed(Attention? layer) => Inert.Layer;
}
