using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class StateTests
{
    private const string Inputs = "static readonly Input x = Input(6, 3), y = Input(4, 3); ";

    [Theory]
    [Breaks(Rules.WrongInputs)]
    [InlineData("static readonly Output z = LSTM(2)(y, {|GG2007:StateOf(x)|});")]
    [InlineData("static readonly Node h = Dense(2)(x); static readonly Output z = LSTM(2)(y, {|GG2007:StateOf(h)|});")]
    [InlineData("static readonly Node h = TimeDistributed(Dense(2))(x); static readonly State s = {|GG2007:StateOf(h)|}; static readonly Output z = LSTM(2)(y, s);")]
    [InlineData("static readonly Node h = GRU(2)(x); static readonly Output z = {|GG2007:LSTM(2)(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = LSTM(2)(x); static readonly Output z = {|GG2007:SimpleRNN(2)(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = LSTM(2)(x); static readonly Output z = {|GG2007:Bidirectional(GRU(2))(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = GRU(2)(x); static readonly Output z = {|GG2007:Cell(StateOf(h))|} + GRU(2)(y);")]
    public Task A_state_that_does_not_suit(string fields) => Build.ExpectModelAsync(Inputs + fields + " static readonly Output used = Concatenate(Flatten()(x), Flatten()(y));");

    [Theory]
    [Keeps(Rules.WrongInputs)]
    [InlineData("static readonly Node h = LSTM(2)(x); static readonly Output z = LSTM(2)(y, StateOf(h));")]
    [InlineData("static readonly Node h = GRU(2)(x); static readonly Output z = SimpleRNN(2)(y, StateOf(h));")]
    [InlineData("static readonly Node h = SimpleRNN(2)(x); static readonly State s = StateOf(h); static readonly Output z = GRU(2)(y, s), w = Hidden(s);")]
    [InlineData("static readonly Node h = Bidirectional(LSTM(2))(x); static readonly State s = StateOf(h); static readonly Output z = LSTM(4)(y, s), w = Cell(s);")]
    [InlineData("static readonly Output z = LSTM(2)(y, StateOf(LSTM(2)(x)));")]
    [InlineData("static readonly Recurrent r = LSTM(2); static readonly Node h = r(x); static readonly Output z = r(y, StateOf(h));")]
    [InlineData("static readonly State s = StateOf(h); static readonly Output z = GRU(2)(y, s); static readonly Node h = GRU(2)(x);")]
    [InlineData("static readonly Node h = GRU(2)(x); static readonly Output z = GRU(2)(y, null) + h;")]
    public Task A_state_that_suits(string fields) => Build.ExpectModelAsync(Inputs + fields);

    [Fact]
    [Keeps(Rules.WrongInputs)]
    public Task A_helper_hands_states_on() => Build.ExpectModelAsync(
        Inputs + """
        static Node Translate(Node source, Node target, State? begin = null)
        {
            var encoded = LSTM(2)(source, begin);
            State state = StateOf(encoded);
            return LSTM(2)(target, state) + Hidden(state);
        }

        static readonly Output z = Translate(x, y), w = Translate(x, y, StateOf(LSTM(2)(y)));
        """);

    [Theory]
    [Breaks(Rules.Disagreement)]
    [InlineData("static readonly Node h = LSTM(3)(x); static readonly Output z = {|GG3002:LSTM(2)(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = LSTM(2, layers: 2)(x); static readonly Output z = {|GG3002:LSTM(2)(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = Bidirectional(GRU(2))(x); static readonly Output z = {|GG3002:GRU(2)(y, StateOf(h))|};")]
    [InlineData("static readonly Node h = GRU(2)(x); static readonly Output z = {|GG3002:Bidirectional(GRU(2))(y, StateOf(h))|};")]
    public Task A_state_of_other_sizes(string fields) => Build.ExpectModelAsync(Inputs + fields);

    [Fact]
    [Breaks(Rules.SharedWeights)]
    public Task Several_shared_layers_are_not_read_both_ways() => Build.ExpectModelAsync(
        Inputs + "static readonly Recurrent r = LSTM(2, layers: 2); static readonly Output z = {|GG3003:Bidirectional(r)(x)|}, w = r(y);");

    [Fact]
    [Breaks(Rules.DeadLayer)]
    public Task A_state_that_nothing_reads_is_dead() => Build.ExpectModelAsync(
        Inputs + "static readonly Node h = LSTM(2)(x); static readonly State {|GG2002:s|} = StateOf(h); static readonly Output z = h + LSTM(2)(y);");

    [Fact]
    [Breaks(Rules.Cycle)]
    public Task A_state_of_what_begins_with_it_is_a_cycle() => Build.ExpectModelAsync(
        Inputs + "static readonly Node {|GG2004:h|} = LSTM(2)(x, s); static readonly State s = StateOf(h); static readonly Output z = h + LSTM(2)(y);");

    [Fact]
    [Breaks(Rules.ForeignNode)]
    public Task A_state_of_another_model_is_refused() => Build.ExpectAsync(
        """
        using GraphGen;
        using static GraphGen.Layers;

        [Model]
        public partial class Reader
        {
            static readonly Input x = Input(6, 3);
            static readonly Output y = LSTM(2)(x);
            internal static readonly State s = StateOf(y);
            static readonly Output z = Hidden(s);
        }

        [Model]
        public partial class Writer
        {
            static readonly Input x = Input(6, 3);
            static readonly Output y = LSTM(2)(x, {|GG2006:Reader.s|});
        }
        """);

    [Fact]
    public async Task Says_what_is_left_and_what_is_wanted()
    {
        Assert.Equal(
            "LSTM begins with a hidden and a cell state, and 'h' (GRU) leaves a hidden state",
            (await Build.ExpectModelAsync(Inputs + "static readonly Node h = GRU(2)(x); static readonly Output z = {|GG2007:LSTM(2)(y, StateOf(h))|};")).Message());
        Assert.Equal(
            "Cell takes the state of an LSTM, and 'h' (GRU) leaves a hidden state",
            (await Build.ExpectModelAsync(Inputs + "static readonly Node h = GRU(2)(x); static readonly Output z = {|GG2007:Cell(StateOf(h))|} + GRU(2)(y);")).Message());
        Assert.Equal(
            "'h' is made by Dense, and has no state: 'StateOf' takes what an LSTM, GRU or SimpleRNN gives, or a Bidirectional of one",
            (await Build.ExpectModelAsync(Inputs + "static readonly Node h = Dense(2)(x); static readonly Output z = LSTM(2)(y, {|GG2007:StateOf(h)|});")).Message());
        Assert.Equal(
            "'z' (LSTM) begins with a state of (1, N, 2), layers by batch by units: 'h_hidden' (1, N, 3) is handed to it. "
            + "Came from h_hidden (1, N, 3) <- h (N, 3) <- x (N, 6, 3); h_cell (1, N, 3) <- h (N, 3) <- x (N, 6, 3). Try as many layers and units as the layer that leaves the state.",
            (await Build.ExpectModelAsync(Inputs + "static readonly Node h = LSTM(3)(x); static readonly Output z = {|GG3002:LSTM(2)(y, StateOf(h))|};")).Message());
    }
}
