using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Tests.Models;

/// <summary>Models that helpers write compute what the same computes that is written by hand, weight for weight.</summary>
public class HelperTests
{
    [Fact]
    public void A_residual_network_of_helpers_is_the_one_written_by_hand()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new Residual();
        using var twin = new HandWrittenResidual();
        Copy(model, twin);
        Tensor x = rand(4, 3, 8, 8);
        foreach (bool trains in new[] { true, false })
        {
            model.train(trains);
            twin.train(trains);
            Tensor expected = twin.call(x), actual = model.call(x);
            Twins.AssertClose(expected, actual);
            Twins.AssertClose(Gradients(twin, expected), Gradients(model, actual));
        }
    }

    [Fact]
    public void A_shared_layer_of_a_helper_has_one_set_of_weights()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new Branches();
        Tensor x = rand(3, 6), z = rand(3, 6);
        Tensor Code(Tensor input, Module<Tensor, Tensor> first, Module<Tensor, Tensor> second) => second.call(first.call(model.YShared.call(input).tanh()));
        Tensor expected = model.Y.call((Code(x, model.YCode2, model.YCode3) - Code(z, model.YCode5, model.YCode6)).abs());
        Twins.AssertClose(expected, model.call(x, z));
        Assert.Equal(["y_shared", "y_code_2", "y_code_3", "y_code_5", "y_code_6", "y"], model.named_children().Select(child => child.name));
    }

    private static Tensor[] Gradients(Module module, Tensor output)
    {
        module.zero_grad();
        output.square().mean().backward();
        return [.. module.parameters().Select(parameter => parameter.grad!.clone())];
    }

    /// <summary>Gives the twin the weights, whose order is the same.</summary>
    private static void Copy(Module from, Module to)
    {
        using IDisposable noGradient = no_grad();
        foreach ((Tensor source, Tensor target) in from.state_dict().Values.Zip(to.state_dict().Values)) target.copy_(source);
    }

    private sealed class HandWrittenResidual : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> stem = Conv2d(3, 8, 3, padding: 1, bias: false);
        private readonly Module<Tensor, Tensor> stemNormal = BatchNorm2d(8);
        private readonly Module<Tensor, Tensor> first1 = Conv2d(8, 8, 3, padding: 1, bias: false);
        private readonly Module<Tensor, Tensor> firstNormal1 = BatchNorm2d(8);
        private readonly Module<Tensor, Tensor> second1 = Conv2d(8, 8, 3, padding: 1, bias: false);
        private readonly Module<Tensor, Tensor> secondNormal1 = BatchNorm2d(8);
        private readonly Module<Tensor, Tensor> first2 = Conv2d(8, 16, 3, stride: 2, padding: 1, bias: false);
        private readonly Module<Tensor, Tensor> firstNormal2 = BatchNorm2d(16);
        private readonly Module<Tensor, Tensor> second2 = Conv2d(16, 16, 3, padding: 1, bias: false);
        private readonly Module<Tensor, Tensor> secondNormal2 = BatchNorm2d(16);
        private readonly Module<Tensor, Tensor> way = Conv2d(8, 16, 1, stride: 2, bias: false);
        private readonly Module<Tensor, Tensor> wayNormal = BatchNorm2d(16);
        private readonly Module<Tensor, Tensor> digit = Linear(16, 10);

        public HandWrittenResidual()
            : base(nameof(HandWrittenResidual)) => RegisterComponents();

        public override Tensor forward(Tensor x)
        {
            Tensor stemmed = stemNormal.call(stem.call(x)).relu();
            Tensor block1 = (secondNormal1.call(second1.call(firstNormal1.call(first1.call(stemmed)).relu())) + stemmed).relu();
            Tensor block2 = (secondNormal2.call(second2.call(firstNormal2.call(first2.call(block1)).relu())) + wayNormal.call(way.call(block1))).relu();
            return digit.call(block2.mean([2, 3]));
        }
    }
}
