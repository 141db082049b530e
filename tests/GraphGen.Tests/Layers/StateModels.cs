using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllStates
{
    static readonly Input  x = Input(6, 3);
    static readonly Input  y = Input(4, 2);
    static readonly Output encoded = LSTM(5)(x);
    static readonly State  handed = StateOf(encoded);
    static readonly Output hidden = Hidden(handed);
    static readonly Output cell = Cell(handed);
    static readonly Output decoded = LSTM(5, returnSequences: true)(y, handed);
    static readonly Output deep = LSTM(5, returnSequences: true, layers: 2)(x);
    static readonly Output deepHidden = Hidden(StateOf(deep));
    static readonly Output deepCell = Cell(StateOf(deep));
    static readonly Output deepDecoded = LSTM(5, layers: 2)(y, StateOf(deep));
    static readonly Output gates = GRU(5, returnSequences: true, reverse: true)(x);
    static readonly Output simple = SimpleRNN(5, returnSequences: true)(y, initialState: StateOf(gates));
    static readonly Output again = GRU(5)(y, StateOf(simple));
    static readonly Output backward = LSTM(5, reverse: true)(x);
    static readonly Output backwardDecoded = LSTM(5, returnSequences: true, reverse: true)(y, StateOf(backward));
}

[Model]
public partial class BothWays
{
    static readonly Input  x = Input(6, 3);
    static readonly Input  y = Input(4, 2);
    static readonly Output concat = Bidirectional(LSTM(5))(x);
    static readonly Output concatSequence = Bidirectional(LSTM(5, returnSequences: true, layers: 2))(x);
    static readonly Output sum = Bidirectional(GRU(5), Merge.Sum)(x);
    static readonly Output sumSequence = Bidirectional(GRU(5, returnSequences: true), Merge.Sum)(x);
    static readonly Output product = Bidirectional(LSTM(5), Merge.Multiply)(x);
    static readonly Output productSequence = Bidirectional(SimpleRNN(5, returnSequences: true), Merge.Multiply)(x);
    static readonly Output mean = Bidirectional(SimpleRNN(5, activation: ReLU), Merge.Average)(x);
    static readonly Output meanSequence = Bidirectional(LSTM(5, returnSequences: true), Merge.Average)(x);
    static readonly State  state = StateOf(concatSequence);
    static readonly Output hidden = Hidden(state);
    static readonly Output cell = Cell(state);
    static readonly Output same = Bidirectional(LSTM(5, layers: 2))(y, state);
    static readonly Output wide = LSTM(10, layers: 2, returnSequences: true)(y, state);
    static readonly Output meanHidden = Hidden(StateOf(meanSequence));
    static readonly Output meanCell = Cell(StateOf(meanSequence));
    static readonly Output narrow = LSTM(5)(y, StateOf(meanSequence));
    static readonly Output productHidden = Hidden(StateOf(product));
}

[Model]
public partial class SharedBothWays
{
    static readonly Input     x = Input(6, 3);
    static readonly Input     y = Input(4, 3);
    static readonly Recurrent reader = LSTM(5);
    static readonly Recurrent steps = GRU(5, returnSequences: true);
    static readonly Output    alone = reader(y);
    static readonly Output    both = Bidirectional(reader)(x);
    static readonly Output    bothSteps = Bidirectional(steps, Merge.Sum)(x);
    static readonly Output    hidden = Hidden(StateOf(both));
    static readonly Output    cell = Cell(StateOf(both));
    static readonly Output    again = Bidirectional(steps)(y, StateOf(bothSteps));
    static readonly Output    next = Bidirectional(reader)(y, StateOf(both));
}

[Model]
public partial class StatesOfDynamicSequences
{
    static readonly Dim    T = Dim.Dynamic();
    static readonly Dim    units = Dim.Parameter(4);
    static readonly Input  x = Input(T, 3);
    static readonly Input  y = Input(T + 1, 3);
    static readonly Node   encoded = Bidirectional(GRU(units))(x);
    static readonly Output decoded = GRU(2 * units, returnSequences: true)(y, StateOf(encoded));
}

[Model]
public partial class DistributedBothWays
{
    static readonly Input  x = Input(4, 6, 3);
    static readonly Output y = TimeDistributed(Bidirectional(LSTM(5)))(x);
}
