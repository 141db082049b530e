using GraphGen;
using static GraphGen.Layers;

namespace Architectures;

/// <summary>
/// How does the series of sunspots go on? One network reads years, and hands over what it remembers to another, which says year by year what comes
/// (Sutskever and others, 2014).
/// </summary>
[Model]
public partial class SequenceToSequence
{
    static readonly Dim       past     = Dim.Dynamic();
    static readonly Dim       future   = Dim.Dynamic();
    static readonly Input     years    = Input(past, 1);
    static readonly Input     previous = Input(future, 1);
    static readonly Recurrent reader   = LSTM(32);
    static readonly State     memory   = StateOf(reader(years));
    static readonly Recurrent writer   = LSTM(32, returnSequences: true);
    static readonly Output    next     = TimeDistributed(Dense(1))(writer(previous, memory));
}
