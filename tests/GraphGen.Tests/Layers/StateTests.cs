using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>States handed over and taken apart, and sequences read both ways, against their equations step by step.</summary>
public class StateTests
{
    private const int Units = 5;
    private const int Batch = 3;

    [Fact]
    public void A_state_goes_on_where_it_was_left()
    {
        using var model = new AllStates(dtype: float64);
        (Tensor x, Tensor y) = (Values.Random(Batch, 6, 3), Values.Random(Batch, 4, 2));

        AllStates.Outputs outputs = model.forward(new AllStates.Inputs(x, y));

        Dictionary<string, Tensor> weights = model.state_dict();
        AssertEach(outputs, n =>
        {
            (double[][] source, double[][] target) = (Rows(x, n), Rows(y, n));
            var (_, encoded) = Read(weights, "encoded", Kind.Lstm, source);
            var (decoded, _) = Read(weights, "decoded", Kind.Lstm, target, begin: [encoded[0]]);
            var (deep, deepState) = Read(weights, "deep", Kind.Lstm, source, layers: 2);
            var (deepDecoded, _) = Read(weights, "deepDecoded", Kind.Lstm, target, layers: 2, begin: deepState);
            var (gates, gatesState) = Read(weights, "gates", Kind.Gru, [.. source.Reverse()]);
            var (simple, simpleState) = Read(weights, "simple", Kind.Tanh, target, begin: gatesState);
            var (again, _) = Read(weights, "again", Kind.Gru, target, begin: simpleState);
            var (backward, backwardState) = Read(weights, "backward", Kind.Lstm, [.. source.Reverse()]);
            var (backwardDecoded, _) = Read(weights, "backwardDecoded", Kind.Lstm, [.. target.Reverse()], begin: backwardState);
            return new()
            {
                ["encoded"] = encoded[0].Hidden,
                ["hidden"] = encoded[0].Hidden,
                ["cell"] = encoded[0].Cell,
                ["decoded"] = Join(decoded),
                ["deep"] = Join(deep),
                ["deepHidden"] = deepState[1].Hidden,
                ["deepCell"] = deepState[1].Cell,
                ["deepDecoded"] = deepDecoded[^1],
                ["gates"] = Join(gates.Reverse()),
                ["simple"] = Join(simple),
                ["again"] = again[^1],
                ["backward"] = backward[^1],
                ["backwardDecoded"] = Join(backwardDecoded.Reverse()),
            };
        });
    }

    [Fact]
    public void Both_directions_are_read_by_weights_of_their_own_and_merged()
    {
        using var model = new BothWays(dtype: float64);
        (Tensor x, Tensor y) = (Values.Random(Batch, 6, 3), Values.Random(Batch, 4, 2));

        BothWays.Outputs outputs = model.forward(new BothWays.Inputs(x, y));

        Dictionary<string, Tensor> weights = model.state_dict();
        AssertEach(outputs, n =>
        {
            (double[][] source, double[][] target) = (Rows(x, n), Rows(y, n));
            Both Read(string key, Kind kind, double[][] sequence, int layers = 1, Both? begin = null) => ReadBothWays(weights, key, kind, sequence, layers, begin);
            Both concat = Read("concat", Kind.Lstm, source);
            Both deep = Read("concatSequence", Kind.Lstm, source, layers: 2);
            Both sum = Read("sum", Kind.Gru, source);
            Both sumSequence = Read("sumSequence", Kind.Gru, source);
            Both product = Read("product", Kind.Lstm, source);
            Both productSequence = Read("productSequence", Kind.Tanh, source);
            Both mean = Read("mean", Kind.Relu, source);
            Both meanSequence = Read("meanSequence", Kind.Lstm, source);
            Both same = Read("same", Kind.Lstm, target, layers: 2, begin: deep);
            NaiveState[] wideState = [.. deep.Forward.Zip(deep.Backward, (f, b) => new NaiveState([.. f.Hidden, .. b.Hidden], [.. f.Cell, .. b.Cell]))];
            (double[][] wide, _) = StateTests.Read(weights, "wide", Kind.Lstm, target, layers: 2, begin: wideState, units: 10);
            (NaiveState f, NaiveState b) = (meanSequence.Forward[0], meanSequence.Backward[0]);
            var meanState = new NaiveState(Merge(f.Hidden, b.Hidden, Mean), Merge(f.Cell, b.Cell, Mean));
            (double[][] narrow, _) = StateTests.Read(weights, "narrow", Kind.Lstm, target, begin: [meanState]);
            return new()
            {
                ["concat"] = [.. concat.Forward[0].Hidden, .. concat.Backward[0].Hidden],
                ["concatSequence"] = Join(deep.Steps),
                ["sum"] = Merge(sum.Forward[0].Hidden, sum.Backward[0].Hidden, (p, q) => p + q),
                ["sumSequence"] = Join(sumSequence.Steps.Select(step => Merge(step[..Units], step[Units..], (p, q) => p + q))),
                ["product"] = Merge(product.Forward[0].Hidden, product.Backward[0].Hidden, (p, q) => p * q),
                ["productSequence"] = Join(productSequence.Steps.Select(step => Merge(step[..Units], step[Units..], (p, q) => p * q))),
                ["mean"] = Merge(mean.Forward[0].Hidden, mean.Backward[0].Hidden, Mean),
                ["meanSequence"] = Join(meanSequence.Steps.Select(step => Merge(step[..Units], step[Units..], Mean))),
                ["hidden"] = wideState[1].Hidden,
                ["cell"] = wideState[1].Cell,
                ["same"] = [.. same.Forward[1].Hidden, .. same.Backward[1].Hidden],
                ["wide"] = Join(wide),
                ["meanHidden"] = meanState.Hidden,
                ["meanCell"] = meanState.Cell,
                ["narrow"] = narrow[^1],
                ["productHidden"] = Merge(product.Forward[0].Hidden, product.Backward[0].Hidden, (p, q) => p * q),
            };
        });
    }

    [Fact]
    public void A_shared_layer_reads_forward_with_its_own_weights()
    {
        using var model = new SharedBothWays(dtype: float64);
        (Tensor x, Tensor y) = (Values.Random(Batch, 6, 3), Values.Random(Batch, 4, 3));

        SharedBothWays.Outputs outputs = model.forward(new SharedBothWays.Inputs(x, y));

        Dictionary<string, Tensor> weights = model.state_dict();
        Assert.Equal(["again", "both", "bothSteps", "next", "reader", "steps"], weights.Keys.Select(key => key.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(weights.Keys, key => key.EndsWith("_reverse", StringComparison.Ordinal));
        AssertEach(outputs, n =>
        {
            (double[][] source, double[][] target) = (Rows(x, n), Rows(y, n));
            var (_, alone) = Read(weights, "reader", Kind.Lstm, target);
            var (_, forward) = Read(weights, "reader", Kind.Lstm, source);
            var (_, backward) = Read(weights, "both", Kind.Lstm, [.. source.Reverse()]);
            var (stepsForward, stateForward) = Read(weights, "steps", Kind.Gru, source);
            var (stepsBackward, stateBackward) = Read(weights, "bothSteps", Kind.Gru, [.. source.Reverse()]);
            var (againForward, _) = Read(weights, "steps", Kind.Gru, target, begin: stateForward);
            var (againBackward, _) = Read(weights, "again", Kind.Gru, [.. target.Reverse()], begin: stateBackward);
            var (_, nextForward) = Read(weights, "reader", Kind.Lstm, target, begin: forward);
            var (_, nextBackward) = Read(weights, "next", Kind.Lstm, [.. target.Reverse()], begin: backward);
            return new()
            {
                ["alone"] = alone[0].Hidden,
                ["both"] = [.. forward[0].Hidden, .. backward[0].Hidden],
                ["bothSteps"] = Join(stepsForward.Zip(stepsBackward.Reverse(), (p, q) => Merge(p, q, (a, b) => a + b))),
                ["hidden"] = [.. forward[0].Hidden, .. backward[0].Hidden],
                ["cell"] = [.. forward[0].Cell, .. backward[0].Cell],
                ["again"] = Join(againForward.Zip(againBackward.Reverse(), (p, q) => (double[])[.. p, .. q])),
                ["next"] = [.. nextForward[0].Hidden, .. nextBackward[0].Hidden],
            };
        });
    }

    [Fact]
    public void One_module_of_torch_reads_both_ways()
    {
        using var model = new BothWays();
        using var same = nn.LSTM(3, Units, 2, batchFirst: true, bidirectional: true);
        same.load_state_dict(model.ConcatSequence.state_dict());
        Tensor x = rand(Batch, 6, 3);

        Assert.Equal(Values.Of(same.call(x).Item1), Values.Of(model.forward(new BothWays.Inputs(x, rand(Batch, 4, 2))).ConcatSequence));
        Assert.Contains("concatSequence.weight_hh_l1_reverse", model.state_dict().Keys);
    }

    [Fact]
    public void Gradients_run_through_the_states()
    {
        using var model = new AllStates(dtype: float64);
        (Tensor x, Tensor y) = (Values.Random(Batch, 6, 3), Values.Random(Batch, 4, 2));
        Tensor Value() => model.forward(new AllStates.Inputs(x, y)).Decoded.square().sum();

        Value().backward();

        foreach (string key in new[] { "weight_ih_l0", "weight_hh_l0", "bias_hh_l0" })
        {
            TorchSharp.Modules.Parameter weight = model.Encoded.get_parameter(key)!;
            Derivatives.AssertDerivative(key, weight, Value);
        }
    }

    [Fact]
    public void Sequences_of_any_length_have_a_state_of_one_size()
    {
        using var model = new StatesOfDynamicSequences(units: 2);

        Assert.Equal([2, 4, 4], model.call(rand(2, 3, 3), rand(2, 4, 3)).shape);
        Assert.Equal([0, 8, 4], model.call(rand(0, 7, 3), rand(0, 8, 3)).shape);
    }

    [Fact]
    public void Each_step_of_a_sequence_of_sequences_is_read_both_ways()
    {
        using var model = new DistributedBothWays();
        Tensor x = rand(2, 4, 6, 3);

        Tensor expected = stack([.. Enumerable.Range(0, 4).Select(step => cat([model.Y.call(x[.., step]).Item2[0], model.Y.call(x[.., step]).Item2[1]], 1))], 1);

        Assert.True(allclose(expected, model.call(x), atol: 1e-6));
    }

    private enum Kind
    {
        Lstm,
        Gru,
        Tanh,
        Relu,
    }

    /// <summary>What both directions give at each step, and their states at the end by layer.</summary>
    private sealed record Both(double[][] Steps, NaiveState[] Forward, NaiveState[] Backward);

    private static (double[][] Steps, NaiveState[] End) Read(
        Dictionary<string, Tensor> weights, string key, Kind kind, double[][] sequence, int layers = 1, NaiveState[]? begin = null, int units = Units)
    {
        var naive = new NaiveRecurrence(weights, key, units);
        var end = new NaiveState[layers];
        for (int layer = 0; layer < layers; layer++) (sequence, end[layer]) = naive.Run(sequence, $"l{layer}", StepOf(naive, kind), begin?[layer]);
        return (sequence, end);
    }

    private static Both ReadBothWays(Dictionary<string, Tensor> weights, string key, Kind kind, double[][] sequence, int layers, Both? begin)
    {
        var naive = new NaiveRecurrence(weights, key, Units);
        var (forward, backward) = (new NaiveState[layers], new NaiveState[layers]);
        for (int layer = 0; layer < layers; layer++)
        {
            (double[][] right, forward[layer]) = naive.Run(sequence, $"l{layer}", StepOf(naive, kind), begin?.Forward[layer]);
            (double[][] left, backward[layer]) = naive.Run([.. sequence.Reverse()], $"l{layer}_reverse", StepOf(naive, kind), begin?.Backward[layer]);
            sequence = [.. right.Zip(left.Reverse(), (p, q) => (double[])[.. p, .. q])];
        }

        return new Both(sequence, forward, backward);
    }

    private static NaiveRecurrence.Step StepOf(NaiveRecurrence naive, Kind kind) => kind switch
    {
        Kind.Lstm => naive.Lstm,
        Kind.Gru => naive.Gru,
        Kind.Tanh => NaiveRecurrence.Tanh,
        _ => NaiveRecurrence.Relu,
    };

    private static double[][] Rows(Tensor x, int n) => [.. Enumerable.Range(0, (int)x.size(1)).Select(t => Values.Of(x[n, t]))];

    private static double[] Join(IEnumerable<double[]> steps) => [.. steps.SelectMany(step => step)];

    private static double[] Merge(double[] p, double[] q, Func<double, double, double> merge) => [.. p.Zip(q, merge)];

    private static double Mean(double p, double q) => (p + q) / 2;

    /// <summary>Asserts that all outputs are what is expected of each example by name.</summary>
    private static void AssertEach(object outputs, Func<int, Dictionary<string, double[]>> expected)
    {
        Dictionary<string, double[]>[] each = [.. Enumerable.Range(0, Batch).Select(expected)];
        Assert.Equal(outputs.GetType().GetProperties().Length, each[0].Count);
        foreach (string name in each[0].Keys) Values.AssertClose([.. each.SelectMany(example => example[name])], Values.Of(Values.Output(outputs, name)));
    }
}
