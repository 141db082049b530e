namespace GraphGen;

public static partial class Layers
{
    /// <summary>The state that a recurrent layer leaves after its last step, to hand it over to another.</summary>
    /// <remarks>
    /// Of all its layers, hidden and, for an LSTM, cell state. <c>reader(x, state)</c> begins with it: an <see cref="LSTM"/> with the state of an LSTM, a
    /// <see cref="GRU"/> or <see cref="SimpleRNN"/> with that of either of the two (GG2007), each with as many layers and units (GG3002). A
    /// <see cref="Bidirectional"/> layer takes the state of another; to any other layer its state is that of both directions, merged as its results are, so
    /// that behind <c>Bidirectional(LSTM(8))</c> an <c>LSTM(16)</c> goes on.
    /// </remarks>
    /// <param name="node">What a recurrent layer has made, or a <see cref="Bidirectional"/> one; the state of another node is refused (GG2007).</param>
    /// <returns>The state.</returns>
    public static State StateOf(Node? node) => Inert.State;

    /// <summary>The hidden state of the last of the layers, <c>N units</c>: what the last step has given.</summary>
    /// <remarks>Of a <see cref="Bidirectional"/> layer that of both directions, merged as its results are: <c>N 2·units</c>, or <c>N units</c>.</remarks>
    /// <param name="state">What <see cref="StateOf"/> gives.</param>
    /// <returns>The node.</returns>
    public static Node Hidden(State? state) => Inert.Node;

    /// <summary>The cell state of the last layer of an <see cref="LSTM"/>, <c>N units</c>; other layers have none (GG2007).</summary>
    /// <inheritdoc cref="Hidden" path="/remarks"/>
    /// <param name="state">What <see cref="StateOf"/> gives.</param>
    /// <returns>The node.</returns>
    public static Node Cell(State? state) => Inert.Node;
}
