using GraphGen.Inspection;
using GraphGen.Reference;
using TorchSharp;
using static TorchSharp.torch;
using ConvNet = Tutorial.ConvNet;
using Mlp = Tutorial.Mlp;
using SharedLayers = Tutorial.SharedLayers;

namespace GraphGen.Tests.Models;

/// <summary>A tensor that does not fit meets a guard before any layer runs.</summary>
public class GuardTests
{
    public static TheoryData<long[], ScalarType, string> Wrong => new()
    {
        { [2, 64, 64], float32, "(2, 64, 64) Float32" },
        { [2, 1, 64, 64, 1], float32, "(2, 1, 64, 64, 1) Float32" },
        { [2, 3, 64, 64], float32, "(2, 3, 64, 64) Float32" },
        { [2, 1, 63, 64], float32, "(2, 1, 63, 64) Float32" },
        { [2, 1, 64, 65], float32, "(2, 1, 64, 65) Float32" },
        { [2, 1, 64, 64], float64, "(2, 1, 64, 64) Float64" },
        { [2, 1, 64, 64], int64, "(2, 1, 64, 64) Int64" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_fit_is_named_and_no_layer_runs(long[] shape, ScalarType type, string actual)
    {
        using ConvNet model = new();
        int calls = 0;
        model.Conv1.register_forward_pre_hook(_ => calls++);
        using Tensor x = zeros(shape, dtype: type);

        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(x));

        Assert.Equal(("visible", "(N, 1, 64, 64) Float32", actual), (exception.Input, exception.Expected, exception.Actual));
        Assert.StartsWith($"'visible' takes (N, 1, 64, 64) Float32, and got {actual}.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    public static TheoryData<string> Names => Twins.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_input_of_each_model_is_checked(string name)
    {
        (_, Callable model, Tensor[] inputs) = Twins.Make(name, 2);
        ModelGraph graph = ((IModel)model.Module).Graph;
        for (int i = 0; i < inputs.Length; i++)
        {
            string declared = $"({string.Join(", ", graph.Nodes.Single(node => node.Name == graph.Inputs[i]).Shape)}) Float32";
            Refuses(i, declared, inputs[i].unsqueeze(1));
            Refuses(i, declared, inputs[i].select(1, 0));
            Refuses(i, declared, inputs[i].to(float64));
            for (int axis = 1; axis < inputs[i].Dimensions; axis++) Refuses(i, declared, cat([inputs[i], inputs[i]], axis));
        }

        void Refuses(int i, string declared, Tensor wrong)
        {
            ShapeException exception = Assert.Throws<ShapeException>(() => model.Call([.. inputs[..i], wrong, .. inputs[(i + 1)..]]));
            string came = $"({string.Join(", ", wrong.shape)}) {wrong.dtype}";
            Assert.Equal((graph.Inputs[i], declared, came), (exception.Input, exception.Expected, exception.Actual));
            Assert.Equal(graph.Inputs[i], exception.ParamName);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_batch_may_be_empty(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        (_, Callable model, Tensor[] inputs) = Twins.Make(name, 0);
        Tensor[] results = model.Call(inputs);
        Assert.All(results, result => Assert.Equal(0, result.size(0)));
        results.Aggregate(zeros(1), (sum, result) => sum + result.sum()).backward();
        using IDisposable guard = no_grad();
        Assert.Equal(results.Select(result => result.shape), model.Call(inputs).Select(result => result.shape));
    }

    [Fact]
    public void The_element_type_follows_the_model()
    {
        using Mlp model = new(dtype: float64);
        using Tensor floats = zeros(2, 10);
        using Tensor doubles = zeros(2, 10, dtype: float64);
        Assert.Throws<ShapeException>(() => model.call(floats));
        using (Tensor result = model.call(doubles)) Assert.Equal(float64, result.dtype);
        model.to(float32);
        using (Tensor result = model.call(floats)) Assert.Equal(float32, result.dtype);
        model.to(CPU);
        using (Tensor result = model.call(floats)) Assert.Equal(float32, result.dtype);
    }

    [Fact]
    public void Half_precision_models_are_constructed_by_type()
    {
        using Mlp model = new(CPU, bfloat16);
        using Tensor x = zeros(2, 10, dtype: bfloat16);
        using Tensor result = model.call(x);
        Assert.Equal(bfloat16, result.dtype);
    }

    [Fact]
    public void Inputs_have_one_batch()
    {
        using SharedLayers model = new();
        using Tensor three = zeros(3, 64);
        using Tensor two = zeros(2, 64);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(three, two));
        Assert.StartsWith("'visible2' takes a batch of 3, as 'visible1' has, and got one of 2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_may_not_be_missing()
    {
        using SharedLayers model = new();
        using Tensor x = zeros(2, 64);
        Assert.Equal("visible1", Assert.Throws<ArgumentNullException>(() => model.call(null!, x)).ParamName);
        Assert.Equal("visible2", Assert.Throws<ArgumentNullException>(() => model.call(x, null!)).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentNullException>(() => model.forward(null!)).ParamName);
    }

    [Fact]
    public void The_default_type_is_the_one_at_construction()
    {
        try
        {
            set_default_dtype(float64);
            using Mlp model = new();
            set_default_dtype(float32);
            using Tensor x = zeros(2, 10, dtype: float64);
            using Tensor result = model.call(x);
            Assert.Equal(float64, result.dtype);
        }
        finally
        {
            set_default_dtype(float32);
        }
    }

    [Fact]
    public void A_conversion_that_fails_changes_nothing()
    {
        using Mlp model = new();
        Assert.ThrowsAny<ArgumentException>(void () => model.to(int64));
        using Tensor x = zeros(2, 10);
        using Tensor result = model.call(x);
        Assert.Equal(float32, result.dtype);
    }

    [Fact]
    public void Weights_have_a_floating_type() =>
        Assert.Equal("dtype", Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(dtype: int64)).ParamName);
}
