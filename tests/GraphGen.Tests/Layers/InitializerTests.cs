using GraphGen.Runtime;
using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>One layer an initializer, each with a kernel of 40,000 elements and 400 inputs for 100 outputs.</summary>
[Model]
public partial class Initialized
{
    static readonly double twice = 2 * 0.125;
    static readonly Initializer shared = Init.Normal(twice);

    static readonly Input x = Input(400);
    static readonly Output glorotUniform = Dense(100, initializer: Init.GlorotUniform)(x);
    static readonly Output glorotNormal = Dense(100, initializer: Init.GlorotNormal)(x);
    static readonly Output heUniform = Dense(100, initializer: Init.HeUniform)(x);
    static readonly Output heNormal = Dense(100, initializer: Init.HeNormal)(x);
    static readonly Output normal = Dense(100, initializer: shared)(x);
    static readonly Output uniform = Dense(100, initializer: Init.Uniform(-1, 0.5))(x);
    static readonly Output orthogonal = Dense(100, initializer: Init.Orthogonal)(x);
    static readonly Output zeros = Dense(100, initializer: Init.Zeros)(x);
    static readonly Output ones = Dense(100, initializer: Init.Ones)(x);
    static readonly Output constant = Dense(100, initializer: Init.Constant(-2.5))(x);
    static readonly Output standard = Dense(100)(x);
    static readonly Output none = Dense(100, initializer: null)(x);
}

[Model]
public partial class InitializedKernels
{
    static readonly Input  sound = Input(6, 20), picture = Input(6, 12, 12), film = Input(6, 4, 8, 8), steps = Input(5, 30);
    static readonly Input  tokens = Input(DType.Int64, 5);
    static readonly Output y1 = Conv1D(40, 25, padding: 12, initializer: Init.HeNormal)(sound);
    static readonly Output y2 = Conv2D(60, (5, 7), padding: Padding.Same, groups: 2, initializer: Init.GlorotUniform)(picture);
    static readonly Output y3 = Conv3D(50, (2, 3, 4), initializer: Init.GlorotNormal)(film);
    static readonly Output folded = Conv2D(10, 3, initializer: Init.Orthogonal)(picture);
    static readonly Output spread = Conv2DTranspose(40, (5, 3), groups: 2, initializer: Init.GlorotUniform)(picture);
    static readonly Output oddly = Conv2DTranspose(30, 3, strides: (2, 3), outputPadding: (0, 1), initializer: Init.Constant(0.25))(picture);
    static readonly Output depthwise = DepthwiseConv2D((7, 9), multiplier: 20, initializer: Init.HeNormal)(picture);
    static readonly Output separable = SeparableConv1D(70, 5, multiplier: 30, initializer: Init.GlorotNormal)(sound);
    static readonly Output embedded = Embedding(300, 40, initializer: Init.HeUniform)(tokens);
    static readonly Output padded = Embedding(7, 3, 2, Init.Constant(0.5))(tokens);
    static readonly Output lstm = LSTM(25, layers: 2, initializer: Init.Orthogonal)(steps);
    static readonly Output gru = GRU(25, initializer: Init.GlorotUniform)(steps);
    static readonly Output rnn = SimpleRNN(60, initializer: Init.HeNormal)(steps);
    static readonly Output both = Bidirectional(GRU(25, initializer: Init.GlorotUniform))(steps);
    static readonly Recurrent reader = SimpleRNN(60, initializer: Init.Constant(0.125));
    static readonly Output twice = Bidirectional(reader)(steps);
    static readonly Output stack = Repeat(3, Dense(40, initializer: Init.HeNormal))(steps);
    static readonly Output each = TimeDistributed(Dense(20, PReLU(), initializer: Init.Ones))(steps);
}

/// <summary>Initializers that helpers are handed and make.</summary>
[Model]
public partial class InitializedByHelpers
{
    static readonly Input x = Input(30);
    static readonly Node block = Block(x, 200, Init.Constant(3));
    static readonly Output y = Block(block, 100, Init.HeNormal);

    static Node Block(Node x, int units, Initializer initializer)
    {
        double bound = 1.0 / units;
        Node first = Dense(units, initializer: initializer)(x);
        return Dense(units, initializer: Init.Uniform(-bound, 2 * bound))(first);
    }
}

/// <summary>
/// What each initializer gives, by the formulas of Glorot and Bengio, 2010, He and others, 2015, and Saxe and others, 2013. The number of elements is n, so that
/// the standard deviations of a mean and of a variance are known; five of them are allowed.
/// </summary>
public class InitializerTests
{
    private const double FanIn = 400;
    private const double FanOut = 100;

    [Fact]
    public void Uniform_kernels_have_their_bounds_and_variance()
    {
        using Initialized model = Make();
        AssertUniform(model.GlorotUniform.weight!, -Math.Sqrt(6 / (FanIn + FanOut)), Math.Sqrt(6 / (FanIn + FanOut)));
        AssertVariance(2 / (FanIn + FanOut), model.GlorotUniform.weight!);
        AssertUniform(model.HeUniform.weight!, -Math.Sqrt(6 / FanIn), Math.Sqrt(6 / FanIn));
        AssertVariance(2 / FanIn, model.HeUniform.weight!);
        AssertUniform(model.Uniform.weight!, -1, 0.5);
    }

    [Fact]
    public void Normal_kernels_have_their_variance_and_tails()
    {
        using Initialized model = Make();
        AssertNormal(model.GlorotNormal.weight!, 2 / (FanIn + FanOut));
        AssertNormal(model.HeNormal.weight!, 2 / FanIn);
        AssertNormal(model.Normal.weight!, 0.0625);
    }

    [Fact]
    public void Constant_kernels_are_exact()
    {
        using Initialized model = new();
        Assert.All(Values.Of(model.Zeros.weight!), value => Assert.Equal(0, value));
        Assert.All(Values.Of(model.Ones.weight!), value => Assert.Equal(1, value));
        Assert.All(Values.Of(model.Constant.weight!), value => Assert.Equal(-2.5, value));
    }

    [Fact]
    public void Without_one_kernels_are_those_of_TorchSharp()
    {
        using Initialized model = Make();
        double bound = 1 / Math.Sqrt(FanIn);
        AssertUniform(model.Standard.weight!, -bound, bound);
        AssertUniform(model.None.weight!, -bound, bound);
    }

    [Fact]
    public void Biases_are_left_alone()
    {
        using Initialized model = Make();
        double bound = 1 / Math.Sqrt(FanIn);
        foreach (TorchSharp.Modules.Linear layer in new[] { model.Zeros, model.Ones, model.Constant, model.HeNormal, model.Orthogonal })
            AssertUniform(layer.bias!, -bound, bound);
    }

    [Fact]
    public void The_rows_or_columns_of_an_orthogonal_kernel_are_orthonormal()
    {
        using Initialized model = new();
        AssertIdentity(model.Orthogonal.weight!.matmul(model.Orthogonal.weight!.t()));

        using InitializedKernels kernels = new();
        using Tensor flat = kernels.Folded.weight!.flatten(1);
        AssertIdentity(flat.matmul(flat.t()));
        foreach (string matrix in new[] { "weight_ih_l0", "weight_hh_l0", "weight_ih_l1", "weight_hh_l1" })
        {
            Tensor weight = kernels.Lstm.get_parameter(matrix)!;
            Assert.Equal(100, weight.size(0));
            AssertIdentity(weight.t().matmul(weight));
        }
    }

    [Fact]
    public void Windows_and_groups_count_as_in_torch()
    {
        manual_seed(3);
        using InitializedKernels model = new();
        AssertNormal(model.Y1.weight!, 2.0 / (6 * 25));
        double bound = Math.Sqrt(6.0 / ((3 + 60) * 35));
        AssertUniform(model.Y2.weight!, -bound, bound);
        AssertNormal(model.Y3.weight!, 2.0 / ((6 + 50) * 24));
        bound = Math.Sqrt(6.0 / ((6 + 20) * 15));
        AssertUniform(model.Spread.weight!, -bound, bound);
        Assert.All(Values.Of(model.Oddly.get_parameter("weight")!), value => Assert.Equal(0.25, value));
        AssertNormal(model.Depthwise.weight!, 2.0 / (7 * 9));
        AssertNormal(model.Separable.Depthwise.weight!, 2.0 / ((1 + 180) * 5));
        AssertNormal(model.Separable.Pointwise.weight!, 2.0 / (180 + 70));
        AssertUniform(model.Separable.Pointwise.bias!, -1 / Math.Sqrt(180), 1 / Math.Sqrt(180));
        AssertUniform(model.Embedded.weight!, -Math.Sqrt(6.0 / 40), Math.Sqrt(6.0 / 40));
    }

    [Fact]
    public void Each_matrix_of_a_recurrent_layer_is_initialized_as_a_whole()
    {
        manual_seed(4);
        using InitializedKernels model = new();
        double input = Math.Sqrt(6.0 / (30 + 75));
        double state = Math.Sqrt(6.0 / (25 + 75));
        AssertUniform(model.Gru.get_parameter("weight_ih_l0")!, -input, input);
        AssertUniform(model.Gru.get_parameter("weight_hh_l0")!, -state, state);
        AssertNormal(model.Rnn.get_parameter("weight_ih_l0")!, 2.0 / 30);
        AssertNormal(model.Rnn.get_parameter("weight_hh_l0")!, 2.0 / 60);
        double bias = 1 / Math.Sqrt(25);
        AssertUniform(model.Gru.get_parameter("bias_hh_l0")!, -bias, bias);
    }

    [Fact]
    public void Helpers_hand_them_on()
    {
        manual_seed(7);
        using InitializedByHelpers model = new();
        Assert.All(Values.Of(model.BlockFirst.weight!), value => Assert.Equal(3, value));
        AssertUniform(model.BlockLayer.weight!, -1.0 / 200, 2.0 / 200);
        AssertNormal(model.YFirst.weight!, 2.0 / 200);
        AssertUniform(model.Y.weight!, -1.0 / 100, 2.0 / 100);
    }

    [Fact]
    public void Wrapped_layers_have_their_initializer_in_each_direction_and_in_each_copy()
    {
        manual_seed(6);
        using InitializedKernels model = new();
        foreach (string way in new[] { "", "_reverse" })
        {
            AssertUniform(model.Both.get_parameter($"weight_ih_l0{way}")!, -Math.Sqrt(6.0 / 105), Math.Sqrt(6.0 / 105));
            AssertUniform(model.Both.get_parameter($"weight_hh_l0{way}")!, -Math.Sqrt(6.0 / 100), Math.Sqrt(6.0 / 100));
        }

        foreach (string matrix in new[] { "weight_ih_l0", "weight_hh_l0" })
        {
            Assert.All(Values.Of(model.Twice.get_parameter(matrix)!), value => Assert.Equal(0.125, value));
            Assert.All(Values.Of(model.Reader.get_parameter(matrix)!), value => Assert.Equal(0.125, value));
        }

        for (int i = 0; i < 3; i++) AssertNormal(model.Stack[i].weight!, 2.0 / (i == 0 ? 30 : 40));
        Assert.NotEqual(Values.Of(model.Stack[1].weight!), Values.Of(model.Stack[2].weight!));
    }

    [Fact]
    public void The_vector_of_the_padding_stays_zero()
    {
        using InitializedKernels model = new();
        double[] expected = [.. Enumerable.Range(0, 21).Select(i => i / 3 == 2 ? 0 : 0.5)];
        Values.AssertClose(expected, Values.Of(model.Padded.weight!));
        Assert.True(model.Padded.weight!.requires_grad);
    }

    [Fact]
    public void A_layer_within_another_has_its_own()
    {
        using InitializedKernels model = new();
        Assert.All(Values.Of(model.Each.weight!), value => Assert.Equal(1, value));
        Assert.Equal([0.25], Values.Of(model.EachPrelu.weight!));
    }

    [Fact]
    public void Native_modules_compute_with_what_was_filled()
    {
        using InitializedKernels model = new(dtype: float64);
        Tensor steps = rand(3, 5, 30, dtype: float64);
        var outputs = model.call(
            rand(3, 6, 20, dtype: float64), rand(3, 6, 12, 12, dtype: float64), rand([3, 6, 4, 8, 8], dtype: float64), steps, zeros(3, 5, dtype: int64));

        Tensor state = zeros(3, 60, dtype: float64);
        (Tensor w, Tensor u) = (model.Rnn.get_parameter("weight_ih_l0")!, model.Rnn.get_parameter("weight_hh_l0")!);
        (Tensor b, Tensor c) = (model.Rnn.get_parameter("bias_ih_l0")!, model.Rnn.get_parameter("bias_hh_l0")!);
        for (int i = 0; i < 5; i++) state = (steps.select(1, i).matmul(w.t()) + b + state.matmul(u.t()) + c).tanh();
        Values.AssertClose(Values.Of(state), Values.Of(outputs.rnn));
        Values.AssertClose(Values.Of(model.Embedded.weight![0]), Values.Of(outputs.embedded)[..40]);
        Assert.InRange(Variance(w), 1.5 / 30, 2.5 / 30);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        manual_seed(11);
        using Initialized first = new();
        using Initialized other = new();
        manual_seed(11);
        using Initialized second = new();
        foreach ((string key, Tensor weight) in first.state_dict())
        {
            Assert.Equal(Values.Of(weight), Values.Of(second.state_dict()[key]));
        }

        Assert.NotEqual(Values.Of(first.HeNormal.weight!), Values.Of(other.HeNormal.weight!));
        Assert.NotEqual(Values.Of(first.Orthogonal.weight!), Values.Of(other.Orthogonal.weight!));
    }

    [Theory]
    [InlineData(ScalarType.BFloat16, 0.02)]
    [InlineData(ScalarType.Float16, 0.01)]
    [InlineData(ScalarType.Float64, 1e-12)]
    public void Models_of_every_floating_type_are_initialized(ScalarType type, double tolerance)
    {
        manual_seed(5);
        using Initialized model = new(dtype: type);
        Assert.All(model.parameters(), parameter => Assert.Equal(type, parameter.dtype));
        using (Tensor wide = model.Orthogonal.weight!.to(float64)) AssertIdentity(wide.matmul(wide.t()), tolerance);
        AssertVariance(2 / (FanIn + FanOut), model.GlorotNormal.weight!);
        AssertVariance(2 / FanIn, model.HeUniform.weight!);
        Assert.All(Values.Of(model.Constant.weight!), value => Assert.Equal(-2.5, value));
        using InitializedKernels kernels = new(dtype: type);
        using (Tensor wide = kernels.Lstm.get_parameter("weight_hh_l0")!.to(float64)) AssertIdentity(wide.t().matmul(wide), tolerance);
        Assert.Equal(0, Values.Of(kernels.Padded.weight!)[6]);
    }

    [Fact]
    public void Keys_and_gradients_are_those_of_other_weights()
    {
        using Initialized model = new();
        Assert.Equal(model.Graph.Layers.SelectMany(layer => new[] { $"{layer.Name}.weight", $"{layer.Name}.bias" }), model.state_dict().Keys);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using Tensor kernel = empty(20, 3, 5).AsParameter();
        long before = Tensor.TotalCount;
        Initialization.Orthogonal(kernel);
        Initialization.GlorotNormal(kernel);
        Initialization.ClearRow(kernel, 1);
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Initialized Make()
    {
        manual_seed(2);
        return new Initialized();
    }

    private static double Variance(Tensor weight)
    {
        double[] values = Values.Of(weight);
        return values.Sum(value => value * value) / values.Length;
    }

    /// <summary>The mean of the squares, which of n draws differs by 1.5 v / sqrt(n) at most, for a normal distribution.</summary>
    private static void AssertVariance(double expected, Tensor weight)
    {
        double allowed = 5 * Math.Sqrt(2.0 / weight.numel());
        Assert.InRange(Variance(weight) / expected, 1 - allowed, 1 + allowed);
    }

    /// <summary>All within the bounds, close to both of them, and as often below each quarter as it should be.</summary>
    private static void AssertUniform(Tensor weight, double from, double to)
    {
        double[] places = [.. Values.Of(weight).Select(value => (value - from) / (to - from)).Order()];
        Assert.InRange(places[0], -1e-6, 12.0 / places.Length);
        Assert.InRange(places[^1], 1 - 12.0 / places.Length, 1 + 1e-6);
        for (int quarter = 1; quarter < 4; quarter++)
            Assert.InRange(places[places.Length * quarter / 4] - quarter / 4.0, -2.5 / Math.Sqrt(places.Length), 2.5 / Math.Sqrt(places.Length));
    }

    /// <summary>The variance; and the fourth moment, 3 for a normal distribution, where a uniform one has 1.8 and one that is cut off at 2 has 2.1.</summary>
    private static void AssertNormal(Tensor weight, double variance)
    {
        AssertVariance(variance, weight);
        double[] values = Values.Of(weight);
        double fourth = values.Sum(value => Math.Pow(value, 4)) / values.Length / Math.Pow(Variance(weight), 2);
        double allowed = 5 * Math.Sqrt(24.0 / values.Length);
        Assert.InRange(fourth, 3 - allowed, 3 + allowed);
        Assert.InRange(values.Sum() / values.Length, -5 * Math.Sqrt(variance / values.Length), 5 * Math.Sqrt(variance / values.Length));
    }

    private static void AssertIdentity(Tensor product, double tolerance = 1e-5)
    {
        using Tensor identity = eye(product.size(0), dtype: product.dtype);
        Assert.InRange((product - identity).abs().max().ToDouble(), 0, tolerance);
    }
}
