using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class HookedReaders
{
    static readonly Input  x = Input(6, 3);
    static readonly Output last = LSTM(4)(x);
    static readonly Output hidden = Hidden(StateOf(last));
    static readonly Output reversed = LSTM(4, reverse: true)(x);
    static readonly Output gates = GRU(4)(x);
    static readonly Output both = Bidirectional(LSTM(4))(x);
    static readonly Output bothGates = Bidirectional(GRU(4))(x);
}

/// <summary>What a hook makes of a sequence is what the model goes on with, also where it uses the last step alone.</summary>
public class RecurrentHookTests
{
    [Fact]
    public void The_last_step_is_that_of_the_sequence_which_a_hook_has_changed()
    {
        using var model = new HookedReaders();
        Tensor x = rand(2, 6, 3);
        HookedReaders.Outputs before = model.forward(new HookedReaders.Inputs(x));
        foreach (LSTM module in new[] { model.Last, model.Reversed, model.Both })
            module.register_forward_hook((_, _, _, result) => (result.Item1 * 2, result.Item2, result.Item3));
        foreach (GRU module in new[] { model.Gates, model.BothGates })
            module.register_forward_hook((_, _, _, result) => (result.Item1 * 2, result.Item2));

        HookedReaders.Outputs after = model.forward(new HookedReaders.Inputs(x));

        foreach ((Tensor plain, Tensor hooked) in new[]
        {
            (before.Last, after.Last), (before.Reversed, after.Reversed), (before.Gates, after.Gates), (before.Both, after.Both), (before.BothGates, after.BothGates),
        })
            Values.AssertClose([.. Values.Of(plain).Select(value => value * 2)], Values.Of(hooked));
        Assert.Equal(Values.Of(before.Hidden), Values.Of(after.Hidden));
    }

    [Fact]
    public void A_hook_that_only_looks_changes_nothing()
    {
        using var model = new HookedReaders();
        Tensor x = rand(2, 6, 3);
        double[] before = Values.Of(model.forward(new HookedReaders.Inputs(x)).Last);
        var seen = new List<long[]>();
        model.Last.register_forward_hook((_, input, _, result) =>
        {
            seen.Add(input.shape);
            return result;
        });

        Assert.Equal(before, Values.Of(model.forward(new HookedReaders.Inputs(x)).Last));
        Assert.Equal([[2, 6, 3]], seen);
    }

    [Fact]
    public void Hooks_leave_no_tensors_behind()
    {
        using var model = new HookedReaders();
        model.Both.register_forward_hook((_, _, _, result) => result);
        model.Last.register_forward_hook((_, _, _, result) => result);
        using DisposeScope scope = NewDisposeScope();

        HookedReaders.Outputs outputs = model.forward(new HookedReaders.Inputs(rand(2, 6, 3)));

        Assert.Equal(1 + typeof(HookedReaders.Outputs).GetProperties().Length, scope.DisposablesCount);
        Assert.NotNull(outputs);
    }
}
