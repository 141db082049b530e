using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>Taps wherever something else would happen to the tensor: overwritten, pooled before its activation, released, returned, an argument.</summary>
[Model]
public partial class Tapped
{
    [Tap] static readonly Input x = Input(2, 8, 8);
    [Tap] static readonly Node linear = Conv2D(3, 3, padding: 1)(x);
    [Tap] static readonly Node active = ReLU(linear);
    [Tap] static readonly Node pooled = MaxPooling2D(2)(active);
    static readonly Node flat = Flatten()(pooled);
    [Tap] static readonly Node code = Dense(5)(flat);
    [Tap] static readonly Node aside = Dense(2, Tanh)(code);
    [Tap] static readonly Output y = Dense(1)(ReLU(code));
    static readonly Output same = code;
}

/// <summary>The same weights and no taps.</summary>
[Model]
public partial class Untapped
{
    static readonly Input x = Input(2, 8, 8);
    static readonly Node linear = Conv2D(3, 3, padding: 1)(x);
    static readonly Node active = ReLU(linear);
    static readonly Node pooled = MaxPooling2D(2)(active);
    static readonly Node flat = Flatten()(pooled);
    static readonly Node code = Dense(5)(flat);
    static readonly Output aside = Dense(2, Tanh)(code);
    static readonly Output y = Dense(1)(ReLU(code));
}

[Model]
public partial class OneTap
{
    static readonly Input x = Input(4);
    [Tap] static readonly Node early = Dense(3, ReLU)(x);
    static readonly Node late = Dense(3, ReLU)(early);
    static readonly Output y = Dense(1)(late);
}

[Model]
public partial class ManyTapped
{
    static readonly Input a = Input(1), b = Input(1), c = Input(1), d = Input(1), e = Input(1), f = Input(1), g = Input(1);
    [Tap] static readonly Node sum = Add(a, b, c), Item3 = Add(d, e, f, g);
    static readonly Output y = sum * Item3;
}

/// <summary>A dynamic length of which something is asked only behind the taps, a weight that is tapped, and a part of a nested model.</summary>
[Model]
internal sealed partial class TappedParts
{
    static readonly Dim T = Dim.Dynamic(max: 9), S = Dim.Dynamic();
    static readonly Input x = Input(T, 8), other = Input(S, 8);
    static readonly Input picture = Input(8, 8);
    [Tap] static readonly Node shift = Weight(1, 8);
    [Tap] static readonly Node shifted = x + shift;
    static readonly Layer encoder = Use<Encoder>();
    [Tap] static readonly Node code = encoder(picture)["code"];
    static readonly Output sum = shifted + other;
    static readonly Output z = Dense(1)(code);
}

public class TapTests
{
    private static readonly string[] s_names = ["x", "linear", "active", "pooled", "code", "aside", "y"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Taps_are_the_tensors_of_the_last_call(bool withGradients)
    {
        using IDisposable mode = set_grad_enabled(withGradients);
        using Tapped model = new();
        using Untapped other = new();
        Assert.Empty(model.Taps);
        other.load_state_dict(model.state_dict());
        for (int batch = 1; batch < 4; batch++)
        {
            using Tensor x = randn(batch, 2, 8, 8);
            var outputs = model.call(x);
            Assert.Equal(s_names, model.Taps.Keys);
            Tensor[] expected = Expected(other, x);
            for (int i = 0; i < s_names.Length; i++) Twins.AssertClose(expected[i], model.Taps[s_names[i]]);
            Twins.AssertClose(expected[^1], outputs.y);
            Twins.AssertClose(model.Taps["code"], outputs.same);
            Twins.AssertClose(other.call(x).y, outputs.y);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Features_are_the_same_tensors(bool withGradients)
    {
        using IDisposable mode = set_grad_enabled(withGradients);
        using Tapped model = new();
        using Untapped other = new();
        other.load_state_dict(model.state_dict());
        using Tensor x = randn(3, 2, 8, 8);
        var features = model.Features(x);
        Assert.Empty(model.Taps);
        Tensor[] actual = [features.x, features.linear, features.active, features.pooled, features.code, features.aside, features.y];
        foreach ((Tensor one, Tensor feature) in Expected(other, x).Zip(actual)) Twins.AssertClose(one, feature);
    }

    [Fact]
    public void A_single_feature_is_a_tensor_and_later_layers_do_not_run()
    {
        using OneTap model = new();
        int calls = 0;
        model.Late.register_forward_pre_hook(_ => calls++);
        using Tensor x = randn(2, 4);
        using Tensor feature = model.Features(x);
        Assert.Equal(0, calls);
        model.call(x).Dispose();
        Assert.Equal(1, calls);
        Twins.AssertClose(feature, model.Taps["early"]);
    }

    [Fact]
    public void Features_of_many_inputs_come_through_the_record()
    {
        using ManyTapped model = new();
        Tensor One(float value) => full(2, 1, value);
        var inputs = new ManyTapped.Inputs(One(1), One(2), One(3), One(4), One(5), One(6), One(7));
        (Tensor sum, Tensor item3) = model.Features(inputs);
        Assert.Equal([6, 6], Layers.Values.Of(sum));
        Assert.Equal([22, 22], Layers.Values.Of(item3));
        Assert.Equal([22, 22], Layers.Values.Of(model.Features(inputs).Item3_));
        model.call(inputs).Dispose();
        Assert.Equal(["sum", "Item3"], model.Taps.Keys);
        Assert.Equal([22, 22], Layers.Values.Of(model.Taps["Item3"]));
    }

    [Fact]
    public void Only_what_they_need_is_asked_of_sizes()
    {
        using TappedParts model = new();
        using Tensor picture = randn(2, 8, 8);
        using Tensor five = randn(2, 5, 8);
        using Tensor six = randn(2, 6, 8);
        Assert.Throws<ShapeException>(() => model.call(five, six, picture));
        Assert.Throws<ShapeException>(() => model.Features(randn(2, 10, 8), six, picture));

        var features = model.Features(five, six, picture);
        Assert.Equal([2L, 5L, 8L], features.shifted.shape);
        Twins.AssertClose(five + model.Shift, features.shifted);
        Twins.AssertClose(model.Shift.expand(2, 1, 8), features.shift);
        Twins.AssertClose(model.Encoder.call(picture).code, features.code);
        model.call(six, six, picture);
        Twins.AssertClose(features.code, model.Taps["code"]);
        Twins.AssertClose(six + model.Shift, model.Taps["shifted"]);
    }

    [Fact]
    public void A_loss_may_use_them()
    {
        using Tapped model = new();
        using Untapped other = new();
        other.load_state_dict(model.state_dict());
        using Tensor x = randn(3, 2, 8, 8);

        (Tensor y, _) = model.call(x);
        (y.square().sum() + model.Taps["active"].square().sum() + model.Taps["aside"].sum() + model.Taps["y"].sum()).backward();
        Tensor[] expected = Expected(other, x);
        (expected[6].square().sum() + expected[2].square().sum() + expected[5].sum() + expected[6].sum()).backward();

        AssertSameGradients(other, model);
        model.zero_grad();
        other.zero_grad();
        var features = model.Features(x);
        (features.code.square().sum() + features.pooled.sum()).backward();
        expected = Expected(other, x);
        (expected[4].square().sum() + expected[3].sum()).backward();
        AssertSameGradients(other, model);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_set_is_alive_at_most(bool withGradients)
    {
        using IDisposable mode = set_grad_enabled(withGradients);
        using Tapped model = new();
        using Tensor x = randn(3, 2, 8, 8);
        Release(model.call(x));
        long before = CountAlive();
        Tensor old = model.Taps["code"];
        Release(model.call(x));
        Assert.Equal(before, Tensor.TotalCount);
        Assert.True(old.IsInvalid);
        Assert.False(model.Taps["code"].IsInvalid);

        var features = model.Features(x);
        Assert.Equal(before + s_names.Length, Tensor.TotalCount);
        foreach (Tensor feature in new[] { features.x, features.linear, features.active, features.pooled, features.code, features.aside, features.y }) feature.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void They_outlive_the_scope_of_the_call_and_not_the_model()
    {
        Tapped model = new();
        using Tensor x = randn(3, 2, 8, 8);
        using (no_grad()) Release(model.call(x));
        long before = CountAlive();
        using (NewDisposeScope()) model.call(x);
        Assert.Equal(before, Tensor.TotalCount);
        Tensor[] taps = [.. model.Taps.Values];
        Assert.Equal([3L, 5L], model.Taps["code"].shape);
        using (DisposeScope scope = NewDisposeScope())
        {
            model.Features(x);
            Assert.Equal(s_names.Length, scope.DisposablesCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
        model.Dispose();
        Assert.All(taps, tap => Assert.True(tap.IsInvalid));
        Assert.Empty(model.Taps);
        model.Dispose();
    }

    [Fact]
    public void The_argument_and_the_result_stay_the_callers()
    {
        using Tapped model = new();
        using Tensor x = randn(3, 2, 8, 8);
        (Tensor y, Tensor same) = model.call(x);
        y.Dispose();
        same.Dispose();
        Assert.Equal([3L, 1L], model.Taps["y"].shape);
        Assert.Equal([3L, 5L], model.Taps["code"].shape);
        Release(model.call(x));
        Assert.False(x.IsInvalid);
        using Tensor kept = model.Taps["code"].alias();
        Release(model.call(x));
        Assert.Equal([3L, 5L], kept.shape);
    }

    [Fact]
    public void A_call_that_fails_leaves_none()
    {
        using OneTap model = new();
        using Tensor x = randn(2, 4);
        model.call(x).Dispose();
        Assert.Throws<ShapeException>(() => model.call(rand(2, 3)));
        Assert.Throws<ShapeException>(() => model.Features(rand(2, 3)));
        Assert.Throws<ArgumentNullException>(() => model.Features(null!));
        Assert.Single(model.Taps);
        var hook = model.Late.register_forward_hook((_, _, _) => throw new NotSupportedException());
        Assert.Throws<NotSupportedException>(() => model.call(x));
        Assert.Empty(model.Taps);
        hook.remove();
    }

    /// <summary>By the modules of the model without taps, each called by hand.</summary>
    private static Tensor[] Expected(Untapped model, Tensor x)
    {
        Tensor linear = model.Linear.call(x);
        Tensor active = linear.relu();
        Tensor pooled = nn.functional.max_pool2d(active, 2);
        Tensor code = model.Code.call(pooled.flatten(1));
        return [x, linear, active, pooled, code, model.Aside.call(code).tanh(), model.Y.call(code.relu())];
    }

    private static void AssertSameGradients(nn.Module expected, nn.Module actual)
    {
        foreach ((string name, TorchSharp.Modules.Parameter weight) in expected.named_parameters())
        {
            TorchSharp.Modules.Parameter other = actual.get_parameter(name)!;
            if (weight.grad is null) Assert.Null(other.grad);
            else Twins.AssertClose(weight.grad, other.grad!, 1e-5);
        }
    }

    private static void Release((Tensor First, Tensor Second) results)
    {
        results.First.Dispose();
        results.Second.Dispose();
    }

    private static long CountAlive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
