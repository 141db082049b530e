using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllRecurrent
{
    static readonly Input  x = Input(6, 3);
    static readonly Output lstm = LSTM(4)(x);
    static readonly Output lstmSequence = LSTM(4, returnSequences: true)(x);
    static readonly Output lstmReversed = LSTM(4, reverse: true)(x);
    static readonly Output lstmReversedSequence = LSTM(4, returnSequences: true, reverse: true)(x);
    static readonly Output lstmDeep = LSTM(4, layers: 2)(x);
    static readonly Output gru = GRU(4)(x);
    static readonly Output gruSequence = GRU(4, returnSequences: true)(x);
    static readonly Output gruReversedSequence = GRU(4, returnSequences: true, reverse: true)(x);
    static readonly Output gruDeep = GRU(4, layers: 3, dropout: 0.5)(x);
    static readonly Output rnn = SimpleRNN(4)(x);
    static readonly Output rnnSequence = SimpleRNN(4, returnSequences: true)(x);
    static readonly Output rnnReversed = SimpleRNN(4, reverse: true)(x);
    static readonly Output rnnRelu = SimpleRNN(4, activation: ReLU, returnSequences: true)(x);
    static readonly Output rnnTanh = SimpleRNN(4, activation: Tanh)(x);
}

[Model]
public partial class SharedReader
{
    static readonly Input     a = Input(6, 1);
    static readonly Input     b = Input(9, 1);
    static readonly Recurrent reader = LSTM(10);
    static readonly Output    output = Concatenate(reader(a), reader(b, null));
}

public class RecurrentTests
{
    [Theory]
    [InlineData("lstm")]
    [InlineData("lstmSequence")]
    [InlineData("lstmReversed")]
    [InlineData("lstmReversedSequence")]
    [InlineData("lstmDeep", 2)]
    [InlineData("gru")]
    [InlineData("gruSequence")]
    [InlineData("gruReversedSequence")]
    [InlineData("gruDeep", 3)]
    [InlineData("rnn")]
    [InlineData("rnnSequence")]
    [InlineData("rnnReversed")]
    [InlineData("rnnRelu")]
    [InlineData("rnnTanh")]
    public void Recurrent_layers_do_what_their_equations_say_step_by_step(string name, int layers = 1)
    {
        using var model = new AllRecurrent(dtype: torch.ScalarType.Float64);
        model.eval();
        torch.Tensor x = Values.Random(5, 6, 3);

        torch.Tensor actual = Values.Output(model.forward(new AllRecurrent.Inputs(x)), name);

        bool isSequence = name.EndsWith("Sequence", StringComparison.Ordinal) || name == "rnnRelu";
        Assert.Equal(isSequence ? [5, 6, 4] : [5, 4], actual.shape);
        var naive = new NaiveRecurrence(model.state_dict(), name, units: 4);
        NaiveRecurrence.Step step = name switch
        {
            _ when name.StartsWith("lstm", StringComparison.Ordinal) => naive.Lstm,
            _ when name.StartsWith("gru", StringComparison.Ordinal) => naive.Gru,
            "rnnRelu" => NaiveRecurrence.Relu,
            _ => NaiveRecurrence.Tanh,
        };
        double[] numbers = Values.Of(x);
        IEnumerable<double> expected = Enumerable.Range(0, 5).SelectMany(n =>
        {
            double[][] sequence = [.. Enumerable.Range(0, 6).Select(t => numbers[((n * 18) + (t * 3))..((n * 18) + (t * 3) + 3)])];
            bool isReversed = name.Contains("Reversed", StringComparison.Ordinal);
            if (isReversed) Array.Reverse(sequence);
            for (int layer = 0; layer < layers; layer++) sequence = naive.Run(sequence, layer, step);
            double[] last = sequence[^1];
            if (isReversed) Array.Reverse(sequence);
            return isSequence ? sequence.SelectMany(values => values) : last;
        });
        Values.AssertClose([.. expected], Values.Of(actual));
    }

    [Fact]
    public void Dropout_acts_between_layers_in_training_only()
    {
        using var model = new AllRecurrent();
        var inputs = new AllRecurrent.Inputs(torch.rand(5, 6, 3));

        Assert.NotEqual(Values.Of(model.forward(inputs).GruDeep), Values.Of(model.forward(inputs).GruDeep));
        model.eval();
        Assert.Equal(Values.Of(model.forward(inputs).GruDeep), Values.Of(model.forward(inputs).GruDeep));
    }

    [Fact]
    public void A_shared_reader_has_one_set_of_weights_for_sequences_of_any_length()
    {
        using var model = new SharedReader();
        torch.Tensor a = torch.rand(3, 6, 1);
        torch.Tensor b = torch.rand(3, 9, 1);

        double[] actual = Values.Of(model.call(a, b));

        (torch.Tensor first, _, _) = model.Reader.call(a);
        (torch.Tensor second, _, _) = model.Reader.call(b);
        Assert.Equal(520, model.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(["reader.weight_ih_l0", "reader.weight_hh_l0", "reader.bias_ih_l0", "reader.bias_hh_l0"], model.state_dict().Keys);
        Values.AssertClose(Values.Of(torch.cat([first[.., -1], second[.., -1]], 1)), actual);
    }

    [Fact]
    public void An_empty_batch_has_an_empty_result()
    {
        using var model = new SharedReader();

        Assert.Equal([0, 20], model.call(torch.rand(0, 6, 1), torch.rand(0, 9, 1)).shape);
    }
}
