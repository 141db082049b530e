using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

public class OwnModuleTests
{
    [Fact]
    public void An_attention_block_by_hand_has_its_keys_below_the_layers()
    {
        using var model = new Attending();
        using var byHand = new AttendingByHand();
        Assert.Equal(byHand.state_dict().Keys.Order(StringComparer.Ordinal), model.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Contains("shared.query.weight", model.state_dict().Keys);
        Assert.Same(model.Shared, model.GetLayer("shared"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    public void An_attention_block_gives_outputs_and_gradients_of_the_same_by_hand(int batch, int steps)
    {
        using DisposeScope scope = NewDisposeScope();
        var model = new Attending();
        var byHand = new AttendingByHand();
        byHand.load_state_dict(model.state_dict());
        Tensor x = rand(batch, steps, 8, requires_grad: true);
        Tensor memory = rand(batch, 5, 8);

        Tensor expected = byHand.call(x, memory);
        expected.square().sum().backward();
        Tensor expectedGradient = x.grad!.clone();
        x.grad!.zero_();
        Tensor actual = model.call(x, memory);
        actual.square().sum().backward();

        Models.Twins.AssertClose(expected, actual);
        Models.Twins.AssertClose(expectedGradient, x.grad!);
        Dictionary<string, Parameter> gradients = byHand.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        foreach ((string name, Parameter parameter) in model.named_parameters()) Models.Twins.AssertClose(gradients[name].grad!, parameter.grad!);
    }

    [Fact]
    public void Hooks_on_a_module_of_ones_own_run()
    {
        using var model = new Attending();
        int calls = 0;
        model.Shared.register_forward_hook((_, _, _, result) =>
        {
            calls++;
            return result;
        });
        model.call(rand(2, 3, 8), rand(2, 5, 8)).Dispose();
        Assert.Equal(2, calls);
    }

    [Fact]
    public void Nothing_but_the_result_is_left_over()
    {
        using var model = new Attending();
        using Tensor x = rand(2, 3, 8), memory = rand(2, 5, 8);
        using (no_grad()) model.call(x, memory).Dispose();
        using DisposeScope scope = NewDisposeScope();
        using (no_grad()) model.call(x, memory);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Constructor_arguments_come_as_they_were_written()
    {
        using var model = new OwnModules(width: 7);
        Assert.Equal("recorded 3 7 0.1 0.1 True a \"b\" ü Down 3 Int64 c 1.5 18446744073709551615 2-3 p-q  (1, 2) 5 Up 8-9", ((Recorder)model.GetLayer("recorded")).Recorded);
        Assert.Equal("scaled", model.Scaled.GetName());
        Assert.Equal(0.5, model.state_dict()["scaled.scale"].ToDouble());
        Assert.Equal([3, 6], model.Generic.Value);
        object hidden = model.GetLayer("hidden");
        Assert.Equal("14 7-4", hidden.GetType().GetProperty("Sizes")!.GetValue(hidden));
    }

    [Fact]
    public void A_module_that_hands_back_its_input_does_not_lose_it()
    {
        using var model = new OwnModules();
        model.eval();
        using Tensor x = rand(2, 6);
        using Tensor y = model.call(x);
        using Tensor again = model.call(x);
        Models.Twins.AssertClose(x / 2, y);
        Models.Twins.AssertClose(y, again);
        model.train();
        using Tensor trained = model.call(x);
        Models.Twins.AssertClose(x, trained);
    }

    [Fact]
    public void The_type_of_the_model_is_handed_on()
    {
        using var model = new OwnModules(dtype: float64);
        Assert.Equal(float64, model.state_dict()["scaled.scale"].dtype);
        Assert.Equal((null, float64), (model.Generic.Device, model.Generic.Type));
        using Tensor y = model.call(rand(2, 6, dtype: float64));
        Assert.Equal(float64, y.dtype);
        using var onDevice = new OwnModules(device: CPU);
        Assert.Equal(CPU, onDevice.Generic.Device);
        using var attending = new Attending(dtype: float64);
        Assert.All(attending.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
    }

    [Fact]
    public void A_module_that_makes_another_shape_than_it_says_is_told_of()
    {
        using var model = new MistakenModel();
        using Tensor x = rand(3, 4);
        string message = Assert.Throws<InvalidOperationException>(() => model.call(x)).Message;
        Assert.Equal("'y' made (3, 4) Float32, and is declared to make (N, 2) Float32: correct its [Shape], or its code.", message);
    }

    [Fact]
    public void A_module_sees_memory_as_if_called_by_hand()
    {
        using var model = new Picture();
        using Tensor x = rand(2, 2, 8, 8);
        using Tensor expected = new SpaceToDepth().call(model.H.call(x));
        using Tensor actual = model.call(x);
        Models.Twins.AssertClose(expected, actual);
    }

    [Fact]
    public void Functions_of_ones_own_are_called()
    {
        using DisposeScope scope = NewDisposeScope();
        var model = new OwnFunctionsModel();
        Tensor x = rand(2, 4, 3);
        Tensor tokens = arange(10).reshape(2, 5);
        var (pooled, odd, named, own) = model.call(x, tokens);

        Tensor swish = x * x.sigmoid();
        Tensor expected = (swish * x[.., .., 0].softmax(1).unsqueeze(2)).sum(1);
        Models.Twins.AssertClose(expected, pooled);
        Assert.Equal((tokens % 2).eq(1).data<bool>().ToArray(), odd.data<bool>().ToArray());
        Models.Twins.AssertClose((pooled * pooled.sigmoid()).sum(1) + "Int32".Length + (10 * "String".Length), named);
        Models.Twins.AssertClose(2 * x, own);
    }

    [Fact]
    public void Weights_of_ones_own_are_frozen()
    {
        using var nests = new NestsOwn();
        Assert.All(nests.Attending.parameters(), parameter => Assert.False(parameter.requires_grad));
        nests.Freeze("steps");
        Assert.All(nests.Steps.parameters(), parameter => Assert.False(parameter.requires_grad));
        nests.Unfreeze("attending");
        Assert.All(nests.Attending.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void Weights_are_counted_by_the_program()
    {
        using var attending = new Attending();
        long block = attending.Shared.parameters().Sum(parameter => parameter.numel());
        Assert.Equal(block, attending.Graph.Layers.Single(layer => layer.Name == "shared").Parameters);
        Assert.Equal(attending.parameters().Sum(parameter => parameter.numel()), attending.Graph.Parameters);
        Assert.Contains($"Attending: {attending.Graph.Parameters} parameters", attending.Summary(), StringComparison.Ordinal);

        using var nests = new NestsOwn();
        Assert.Equal(attending.Graph.Parameters, nests.Graph.Layers.Single(layer => layer.Name == "attending").Parameters);
        Assert.Equal((8, 5), nests.Graph.Layers.Where(layer => layer.Name == "steps").Select(layer => (layer.Parameters, layer.Buffers)).Single());
        Assert.Equal(nests.parameters().Sum(parameter => parameter.numel()), nests.Graph.Parameters);
        Assert.Equal(5, nests.Graph.Buffers);

        using var ofSize = new OwnModules(width: 7);
        Assert.Equal(1, ofSize.Graph.Parameters);
    }
}
