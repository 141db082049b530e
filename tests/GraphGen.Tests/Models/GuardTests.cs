using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

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
    public void A_batch_may_be_empty_and_an_argument_may_not_be_missing()
    {
        using Mlp model = new();
        using Tensor none = zeros(0, 10);
        using (Tensor result = model.call(none)) Assert.Equal([0L, 1L], result.shape);
        Assert.Equal("visible", Assert.Throws<ArgumentNullException>(() => model.call(null!)).ParamName);
    }

    [Fact]
    public void Weights_have_a_floating_type() =>
        Assert.Equal("dtype", Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(dtype: int64)).ParamName);
}
