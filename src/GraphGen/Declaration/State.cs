namespace GraphGen;

/// <summary>
/// The state of a <see cref="Recurrent"/> layer after its last step: of each of its layers <c>N U</c>, and for an LSTM a cell state like it. Made by
/// <see cref="Layers.StateOf"/>.
/// </summary>
public sealed class State
{
    internal State()
    {
    }
}
