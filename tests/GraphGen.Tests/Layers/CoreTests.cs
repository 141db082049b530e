using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

public class CoreTests
{
    [Fact]
    public void Weights_are_parameters_of_the_model_itself()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new WithWeights();
        string[] keys = ["Scale", "bare_dense.bias", "bare_dense.weight", "bare_weight", "bare_weight_2", "class_token", "positions"];
        Assert.Equal(keys, model.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), model.Graph.Parameters);
        Assert.Equal(4 + 16 + 1 + 5 + 1 + 6, model.Graph.Parameters);
        Assert.Same(model.Token, model.get_parameter("class_token"));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.GetLayer("token"));
    }

    [Fact]
    public void Every_example_has_the_same_weight()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new WithWeights(dtype: float64);
        Tensor x = Values.Random(2, 3, 4);
        WithWeights.Outputs outputs = model.forward(new WithWeights.Inputs(x));
        (double[] token, double[] positions, double[] input) = (Values.Of(model.Token), Values.Of(model.Positions), Values.Of(x));
        IEnumerable<double> expected = from n in Enumerable.Range(0, 2) from t in Enumerable.Range(0, 4) from f in Enumerable.Range(0, 4)
                                       select (t == 0 ? token[f] : input[(((n * 3) + t - 1) * 4) + f]) + positions[(4 * t) + f];
        Assert.Equal([2, 4, 4], outputs.Sequence.shape);
        Values.AssertClose([.. expected], Values.Of(outputs.Sequence));
        double scale = Values.Of(model.ScaleLayer)[0];
        Values.AssertClose([.. input.Select(number => Math.Max(0, number * scale))], Values.Of(outputs.Scaled));
        Gradients.AssertRight(
            [x, model.Token, model.Positions, model.ScaleLayer, model.BareWeight, model.BareWeight2],
            variables => model.forward(new WithWeights.Inputs(variables[0])));
    }

    [Fact]
    public void Weights_are_trained_saved_converted_and_nested()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new WithWeights();
        using var other = new WithWeights();
        other.load_state_dict(model.state_dict());
        Values.AssertClose(Values.Of(model.Token), Values.Of(other.Token));

        other.to(float64);
        Assert.Equal(float64, other.Token.dtype);
        Assert.Same(other.Token, other.get_parameter("class_token"));
        Assert.Same(other.ScaleLayer, other.get_parameter("Scale"));
        Assert.Equal(float64, other.forward(new WithWeights.Inputs(Values.Random(1, 3, 4))).Scaled.dtype);

        using optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.1);
        double[] before = Values.Of(model.Positions);
        model.forward(new WithWeights.Inputs(rand(2, 3, 4))).Sequence.sum().backward();
        optimizer.step();
        Values.AssertClose([.. before.Select(number => (double)(float)((float)number - (0.1f * 2)))], Values.Of(model.Positions));

        using var part = new Holder(model);
        Assert.Contains("inner.class_token", part.state_dict().Keys);
    }

    [Theory]
    [InlineData(new long[] { 8, 50 }, 58)]
    [InlineData(new long[] { 400 }, 800)]
    [InlineData(new long[] { 4, 10, 30 }, 160)]
    public void Weights_begin_as_Glorot_and_Bengio_say(long[] shape, double fans)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Tensor weight = GraphGen.Runtime.FreeWeight.Make(shape, null, float64);
        double bound = Math.Sqrt(6 / fans);
        Assert.InRange(weight.abs().max().item<double>(), 0.98 * bound, bound);
        Assert.InRange(weight.square().mean().item<double>(), 0.85 * bound * bound / 3, 1.15 * bound * bound / 3);
    }

    [Fact]
    public void A_weight_outlives_the_scope_in_which_the_model_was_made()
    {
        WithWeights model;
        using (NewDisposeScope()) model = new WithWeights();
        Assert.Equal([1, 4], model.Token.shape);
        model.Dispose();
        Assert.True(model.Token.IsInvalid);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void Numbers_and_comparisons(ScalarType type)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new WithNumbers(dtype: type);
        Tensor x = tensor([0.25, 0.5, -1], [1, 3], dtype: type);
        Tensor y = tensor([0.25, 0.75, -2], [1, 3], dtype: type);
        Tensor ids = tensor([0L, 2, 5], [1, 3]);
        WithNumbers.Outputs outputs = model.forward(new WithNumbers.Inputs(x, y, ids, tensor([1.0, 2, 3], [1, 3], dtype: float16)));
        AssertTruth(outputs.Above, false, false, false);
        AssertTruth(outputs.Below, true, false, true);
        AssertTruth(outputs.AtLeast, true, false, true);
        AssertTruth(outputs.AtMost, true, true, false);
        AssertTruth(outputs.Lower, false, false, true);
        AssertTruth(outputs.NoMore, false, true, true);
        AssertTruth(outputs.Equal, false, true, false);
        AssertTruth(outputs.Unequal, false, true, true);
        AssertTruth(outputs.Greater, false, true, false);
        AssertTruth(outputs.GreaterEqual, false, true, true);
        AssertTruth(outputs.Less, false, true, false);
        AssertTruth(outputs.LessEqual, true, true, true);
        AssertNumbers(outputs.Clipped, type, 0.25, 0.5, 0);
        AssertNumbers(outputs.Kept, type, 0.25, 0.5, 0);
        AssertNumbers(outputs.Counted, int64, 2);
        AssertNumbers(outputs.Shifted, type, 1, 3, 6);
        AssertNumbers(outputs.Halved, float16, 2, 4, 6);
        AssertNumbers(outputs.Whole, int32, 2, 5, -10);
        AssertNumbers(outputs.Model, type, 0, 2, 5);
        AssertNumbers(outputs.Same, type, 0.25, 0.5, -1);
        AssertNumbers(outputs.Wide, float64, 0.25, 0.5, -1);
        AssertTruth(outputs.Truth, false, true, true);
    }

    private static void AssertTruth(Tensor actual, params bool[] expected)
    {
        Assert.Equal(ScalarType.Bool, actual.dtype);
        Assert.Equal(expected, actual.data<bool>().ToArray());
    }

    private static void AssertNumbers(Tensor actual, ScalarType type, params double[] expected)
    {
        Assert.Equal(type, actual.dtype);
        Values.AssertClose(expected, Values.Of(actual));
    }

    private sealed class Holder : nn.Module
    {
        public Holder(nn.Module inner)
            : base(nameof(Holder))
        {
            register_module("inner", inner);
        }
    }
}
