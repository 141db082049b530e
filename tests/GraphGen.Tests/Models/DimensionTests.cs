using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>Dimensions that are no numbers: what a constructor is given, and what comes with each call.</summary>
public class DimensionTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(64)]
    public void A_dynamic_length_may_be_another_in_each_call(long length)
    {
        using AnyWidth model = new(classes: 3);
        using Tensor scores = model.call(zeros(5, length, int64));
        Assert.Equal([5, 3], scores.shape);
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(66, "66")]
    [InlineData(7, "7")]
    public void A_length_that_was_not_declared_is_refused(long length, string actual)
    {
        using AnyWidth model = new(classes: 3);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(zeros(5, length, int64)));
        Assert.Equal(("tokens", "T elements along axis 1, from 2 to 64 and a multiple of 2", actual), (exception.Input, exception.Expected, exception.Actual));
    }

    [Fact]
    public void Parameters_fix_the_sizes_of_weights()
    {
        using AnyWidth model = new(classes: 7, width: 8);
        Assert.Equal([100, 8], model.Vectors.weight!.shape);
        Assert.Equal([32, 8], model.Hidden.weight.shape);
        Assert.Equal([7, 4], model.Scores.weight.shape);
        using AnyWidth other = new(5);
        Assert.Equal([100, 16], other.Vectors.weight!.shape);
    }

    [Theory]
    [InlineData(0, "at least 1 and a multiple of 4")]
    [InlineData(-4, "at least 1 and a multiple of 4")]
    [InlineData(6, "at least 1 and a multiple of 4")]
    public void A_parameter_out_of_its_range_is_refused_by_name(long width, string values)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new AnyWidth(classes: 3, width: width));
        Assert.Equal("width", exception.ParamName);
        Assert.Contains(values, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_question_is_answered_by_each_call()
    {
        using TwoLengths model = new();
        using Tensor both = model.call(ones(2, 3, 4), ones(2, 3, 4));
        Assert.Equal([2, 3, 8], both.shape);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(ones(2, 3, 4), ones(2, 5, 4)));
        Assert.Equal("T = 3 and U = 5", exception.Actual);
        Assert.Contains("'both' (Concatenate) joins 'a' (N, T, 4) and 'b' (N, U, 4)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_length_is_the_same_in_all_inputs()
    {
        using OneLength model = new();
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(ones(2, 3, 4), ones(2, 5, 4)));
        Assert.Equal(("b", "T elements along axis 1, here 3", "5"), (exception.Input, exception.Expected, exception.Actual));
    }

    [Fact]
    public void Sizes_that_follow_from_dimensions_are_solved()
    {
        using RelatedSizes model = new(pad: 5);
        (Tensor all, Tensor narrow) = model.call(zeros(2, 11, 3), zeros(2, 7, 3), zeros(2, 4, 3));
        Assert.Equal([2, 22, 3], all.shape);
        Assert.Equal([2, 4, 1], narrow.shape);
    }

    [Theory]
    [InlineData(10, 7, 4, "a", "2 * T + pad elements along axis 1, here 9", "10")]
    [InlineData(11, 7, 5, "c", "U elements along axis 1, here 4", "5")]
    [InlineData(11, 3, 4, "b", "U elements along axis 1, at least 1", "0")]
    [InlineData(27, 3, 4, "a", "T elements along axis 1, from 1 to 10", "11")]
    public void Sizes_that_do_not_follow_are_refused(long a, long b, long c, string input, string expected, string actual)
    {
        using RelatedSizes model = new(pad: 5);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(zeros(2, a, 3), zeros(2, b, 3), zeros(2, c, 3)));
        Assert.Equal((input, expected, actual), (exception.Input, exception.Expected, exception.Actual));
    }

    [Fact]
    public void What_is_shared_asks_for_parameters_that_agree()
    {
        using SharedWidths model = new(left: 4, right: 4);
        Assert.Equal([2, 3], model.call(zeros(2, 4), zeros(2, 4)).second.shape);
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new SharedWidths(left: 4, right: 5));
        Assert.Contains("'scores' (Dense) is shared by 'first' and 'second'", exception.Message, StringComparison.Ordinal);

        using SharedNested nested = new(left: 4, right: 4);
        Assert.Equal([2, 2], nested.call(zeros(2, 4), zeros(2, 4)).second.shape);
        exception = Assert.Throws<ArgumentOutOfRangeException>(() => new SharedNested(left: 4, right: 5));
        Assert.Contains("has one value for each parameter", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_arguments_of_a_layer_ask_of_a_parameter_is_checked_by_the_constructor()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new RelatedSizes(pad: 4));
        Assert.Equal("pad", exception.ParamName);
        Assert.Contains("Dense takes 'units' of at least 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dimensions_may_have_any_names()
    {
        using AwkwardNames model = new(@long: 5, _x: 3);
        (Tensor y, Tensor w) = model.call(zeros(2, 7, 5), zeros(2, 4, 15));
        Assert.Equal([2, 7, 4], y.shape);
        Assert.Equal([2, 4, 3], w.shape);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), model.Graph.Parameters);
    }

    [Theory]
    [InlineData(1, 3, 7)]
    [InlineData(2, 3, 8)]
    [InlineData(3, 2, 11)]
    [InlineData(4, 5, 6)]
    public void Windows_and_strides_may_be_parameters(long stride, long size, long height)
    {
        using AnyStride model = new(stride: stride, size: size);
        (Tensor valid, Tensor same, Tensor pooled) = model.call(zeros(1, 2, height, 20));
        Assert.Equal([1, 4, ((height - size) / stride) + 1, ((20 - size) / stride) + 1], valid.shape);
        Assert.Equal([1, 4, (height + stride - 1) / stride, (20 + stride - 1) / stride], same.shape);
        Assert.Equal([1, 2, ((height - size) / stride) + 1, ((20 - size) / stride) + 1], pooled.shape);
    }

    [Fact]
    public void A_window_that_does_not_fit_is_refused_when_its_size_is_known()
    {
        using AnyStride model = new(size: 9);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.call(zeros(1, 2, 8, 20)));
        Assert.Contains("looks at size elements at once along axis 2", exception.Message, StringComparison.Ordinal);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => new AnyStride(size: 21)).ParamName);
    }

    [Fact]
    public void A_nested_model_is_given_its_stride()
    {
        using Halving model = new();
        Assert.Equal([1, 4, 6, 7], model.call(zeros(1, 2, 16, 20)).shape);
    }
}
