using TorchSharp;
using TorchSharp.Modules;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>A convolutional model is computed channels-last in memory, which its results, weights and files do not tell.</summary>
public class LayoutTests
{
    /// <summary>The sizes of a tensor to be viewed as <c>3 C 12 12</c>, and the view.</summary>
    private static readonly Dictionary<string, (Func<long, long[]> Shape, Func<long, Tensor, Tensor> View)> s_layouts = new()
    {
        ["as declared"] = (channels => [3, channels, 12, 12], (_, x) => x),
        ["channels last"] = (channels => [3, 12, 12, channels], (_, x) => x.permute(0, 3, 1, 2)),
        ["batch last"] = (channels => [channels, 12, 12, 3], (_, x) => x.permute(3, 0, 1, 2)),
        ["rows and columns changed"] = (channels => [3, channels, 12, 12], (_, x) => x.transpose(2, 3)),
        ["a part"] = (channels => [4, channels + 2, 15, 16], (channels, x) => x[1.., 1..(int)(channels + 1), 2..14, 3..15]),
        ["every second"] = (channels => [6, channels, 24, 24], (_, x) => x[Every(2), .., Every(2), Every(2)]),
        ["one for the whole batch"] = (channels => [1, channels, 12, 12], (channels, x) => x.expand(3, channels, 12, 12)),
        ["one for all channels"] = (channels => [3, 1, 12, 12], (channels, x) => x.expand(3, channels, 12, 12)),
        ["one number"] = (_ => [1], (channels, x) => x.expand(3, channels, 12, 12)),
    };

    public static TheoryData<string> Layouts => [.. s_layouts.Keys];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Inputs_may_lie_in_memory_as_they_like(string layout)
    {
        using DisposeScope scope = NewDisposeScope();
        AssertSame(new ChannelsFirstModel(), new ChannelsLastModel(), 3, layout);
        AssertSame(new GreyFirstModel(), new GreyLastModel(), 1, layout);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 1e-5)]
    [InlineData(ScalarType.Float64, 1e-12)]
    public void Results_and_gradients_are_those_of_the_declared_order(ScalarType type, double tolerance)
    {
        using DisposeScope scope = NewDisposeScope();
        ChannelsLastModel last = new();
        ChannelsFirstModel first = new();
        last.to(type);
        first.to(type);
        first.load_state_dict(last.state_dict());
        Tensor x = rand(2, 3, 12, 12, dtype: type);
        Tensor expected = first.call(x);
        Tensor actual = last.call(x);
        Assert.True(allclose(expected, actual, rtol: tolerance, atol: tolerance));

        expected.square().sum().backward();
        actual.square().sum().backward();
        foreach (((_, Parameter parameter), (_, Parameter other)) in first.named_parameters().Zip(last.named_parameters()))
        {
            Assert.Equal(parameter.stride(), other.stride());
            Assert.True(allclose(parameter.grad!, other.grad!, rtol: 100 * tolerance, atol: 100 * tolerance));
        }
    }

    [Fact]
    public void Weights_are_saved_and_loaded_both_ways()
    {
        using ChannelsLastModel last = new();
        using ChannelsFirstModel first = new();
        using ChannelsLastModel other = new();
        AssertLoads(last, first);
        AssertLoads(first, last);
        AssertLoads(last, other);
    }

    [Fact]
    public void Kernels_are_leaves_in_the_usual_order_that_optimizers_change()
    {
        using ConvNet model = new();
        using Tensor x = rand(2, 1, 64, 64);
        foreach (optim.Optimizer optimizer in new optim.Optimizer[] { optim.SGD(model.parameters(), 0.1), optim.Adam(model.parameters(), 0.1) })
        {
            using Tensor before = model.Conv2.weight.clone();
            optimizer.zero_grad();
            using (Tensor loss = model.call(x).sum()) loss.backward();
            optimizer.step();
            Assert.False(before.allclose(model.Conv2.weight));
        }

        Assert.All([model.Conv1.weight, model.Conv2.weight], kernel => Assert.True(kernel.is_leaf && kernel.is_contiguous()));
    }

    [Theory]
    [InlineData(ScalarType.Float64, 1e-5)]
    [InlineData(ScalarType.BFloat16, 2e-2)]
    public void The_element_type_is_chosen_at_construction_or_later(ScalarType type, double tolerance)
    {
        using DisposeScope scope = NewDisposeScope();
        ConvNet model = new();
        ConvNet constructed = new(CPU, type);
        constructed.load_state_dict(model.state_dict());
        ConvNet converted = new();
        converted.load_state_dict(model.state_dict());
        converted.to(type).to(CPU);

        Tensor x = rand(2, 1, 64, 64);
        Tensor expected = model.call(x);
        Tensor first = constructed.call(x.to(type));
        Tensor second = converted.call(x.to(type));
        Assert.Equal((type, type), (first.dtype, second.dtype));
        Twins.AssertClose(expected, first.to(float32), tolerance);
        Twins.AssertClose(first, second);
        second.sum().backward();
        Assert.Equal(type, converted.Conv1.weight.grad!.dtype);
    }

    [Fact]
    public void Files_are_those_of_the_module_written_by_hand()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand(2, 1, 64, 64);
        ConvNet model = new();
        Reference.ConvNet handWritten = new();
        string file = Path.GetTempFileName();
        try
        {
            model.save(file);
            handWritten.load(file);
            Twins.AssertClose(model.call(x), handWritten.call(x));

            Reference.ConvNet other = new();
            other.save(file);
            using (no_grad()) model.call(x);
            model.load(file);
            Twins.AssertClose(other.call(x), model.call(x));
            using IDisposable _ = no_grad();
            Twins.AssertClose(other.call(x), model.call(x));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Copied_weights_bring_back_what_was()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand(2, 1, 64, 64);
        ConvNet model = new();
        Dictionary<string, Tensor> copy = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        Tensor before = model.call(x);
        using IDisposable _ = no_grad();
        foreach (Parameter parameter in model.parameters()) parameter.zero_();
        Assert.True(model.call(x).allclose(full_like(before, 0.5)));
        model.load_state_dict(copy);
        Twins.AssertClose(before, model.call(x));
    }

    [Fact]
    public void A_frozen_kernel_has_no_gradient_and_passes_it_on()
    {
        using ConvNet model = new();
        model.Conv2.weight.requires_grad = false;
        using Tensor x = rand(2, 1, 64, 64);
        using Tensor loss = model.call(x).sum();
        loss.backward();
        Assert.Null(model.Conv2.weight.grad);
        Assert.NotNull(model.Conv1.weight.grad);
    }

    private static void AssertLoads(nn.Module from, nn.Module to)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        from.save(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        to.load(reader);
        foreach ((string key, Tensor saved) in from.state_dict()) Twins.AssertClose(saved, to.state_dict()[key], tolerance: 0);
    }

    private static TensorIndex Every(long step) => TensorIndex.Slice(step: step);

    private static void AssertSame(nn.Module<Tensor, Tensor> first, nn.Module<Tensor, Tensor> last, long channels, string layout)
    {
        last.load_state_dict(first.state_dict());
        (Func<long, long[]> shape, Func<long, Tensor, Tensor> view) = s_layouts[layout];
        Tensor theirs = rand(shape(channels)).requires_grad_(true);
        Tensor mine = theirs.detach().clone().requires_grad_(true);
        Tensor expected = first.call(view(channels, theirs).contiguous());
        Tensor actual = last.call(view(channels, mine));
        Twins.AssertClose(expected, actual, 1e-5);

        expected.square().sum().backward();
        actual.square().sum().backward();
        Twins.AssertClose(theirs.grad!, mine.grad!, 1e-5);
        using IDisposable _ = no_grad();
        Twins.AssertClose(expected, last.call(view(channels, mine)), 1e-5);
    }
}
