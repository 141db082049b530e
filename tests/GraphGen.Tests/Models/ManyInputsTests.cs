using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>More inputs than a module of TorchSharp's takes, and outputs that are the same tensor.</summary>
public class ManyInputsTests
{
    private static ManyInputsModel.Inputs Inputs => new(rand(2, 3), rand(2, 3), rand(2, 3), rand(2, 3), rand(2, 3), rand(2, 3), rand(2, 3));

    [Fact]
    public void Inputs_come_as_a_record()
    {
        using DisposeScope scope = NewDisposeScope();
        using ManyInputsModel model = new();
        int calls = 0;
        model.register_forward_pre_hook((_, inputs) =>
        {
            calls++;
            return inputs;
        });
        ManyInputsModel.Inputs x = Inputs;
        var results = model.call(x);
        Assert.True((x.A + x.B + x.C + x.D + x.E + x.F + x.G).allclose(results.sum));
        ManyInputsModel.Outputs named = results;
        Assert.True(results.positive.allclose(named.Positive));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Each_result_is_a_tensor_of_its_own()
    {
        using DisposeScope scope = NewDisposeScope();
        using ManyInputsModel model = new();
        ManyInputsModel.Inputs x = Inputs;
        using Tensor before = x.A.clone();
        var results = model.call(x);
        Assert.True(before.allclose(x.A));

        results.same.Dispose();
        results.sum.Dispose();
        Assert.False(x.A.IsInvalid);
        Assert.False(results.again.IsInvalid);
    }

    [Fact]
    public void Each_is_checked()
    {
        using DisposeScope scope = NewDisposeScope();
        using ManyInputsModel model = new();
        ManyInputsModel.Inputs x = Inputs;
        Assert.Equal("g", Assert.Throws<ShapeException>(() => _ = model.call(x with { G = rand(2, 4) })).Input);
        Assert.Equal("f", Assert.Throws<ShapeException>(() => _ = model.call(x with { F = rand(3, 3) })).Input);
        Assert.Equal("b", Assert.Throws<ArgumentNullException>(() => _ = model.call(x with { B = null! })).ParamName);
        Assert.Throws<ArgumentNullException>(() => _ = model.call(null!));
    }
}

[Model]
internal sealed partial class ManyInputsModel
{
    static readonly Input a = Input(3);
    static readonly Input b = Input(3);
    static readonly Input c = Input(3);
    static readonly Input d = Input(3);
    static readonly Input e = Input(3);
    static readonly Input f = Input(3);
    static readonly Input g = Input(3);
    static readonly Node all = a + b + c + d + e + f + g;
    static readonly Output same = a;
    static readonly Output sum = all;
    static readonly Output again = all;
    static readonly Output positive = ReLU(a - 0.5);
}
