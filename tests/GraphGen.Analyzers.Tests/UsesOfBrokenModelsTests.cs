using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests;

/// <summary>A mistake in a model is one diagnostic in the model, and none where the model is used.</summary>
public sealed class UsesOfBrokenModelsTests
{
    [Theory]
    [InlineData("static readonly Input x = Input(4); static readonly Node hidden1 = Dense({|GG1006:0|}, ReLU)(x); static readonly Output output = Dense(1)(hidden1);")]
    [InlineData("static readonly Input x = Input(4); static readonly Node hidden1 = Dense(2)(x), bad = {|GG3002:x + hidden1|}; static readonly Output output = Dense(1)(bad);")]
    [InlineData("static readonly Input x = Input(4); static readonly Node hidden1 = {|GG2007:Dense(2)()|}; static readonly Output output = Dense(1)(hidden1);")]
    [InlineData("static readonly Input x = Input(4); static readonly Node {|GG2004:hidden1|} = Dense(2)(hidden1); static readonly Output output = Dense(1)(hidden1);")]
    [InlineData("static readonly Input x = Input(4); static readonly Layer hidden1 = {|GG1005:_ => null!|}; static readonly Output output = hidden1(x);")]
    [InlineData("static readonly Input x = Input(4); static readonly Node hidden1 = Dense(2)(x);", true)]
    [InlineData("static readonly Node hidden1 = Dense(2)(output); static readonly Output output = Dense(1)();", true)]
    [InlineData("static readonly Input x = Input(4); static readonly Node hidden1 = Dense(2)({|CS0103:xx|}); static readonly Output output = Dense(1)(hidden1);")]
    public Task Uses_bind(string fields, bool lacksEnd = false) => Build.ExpectAsync(
        $$"""
        using TorchSharp;
        using static TorchSharp.torch;

        [Model] public partial class {{(lacksEnd ? "{|GG1008:Mlp|}" : "Mlp")}} { {{fields}} }

        public static class Uses
        {
            public static void Use(Tensor x)
            {
                var model = new Mlp();
                using var other = new Mlp(torch.CPU, torch.float64);
                Tensor a = model.call(x), b = model.forward(x), c = model.hidden(x);
                Tensor weight = model.Hidden1.weight;
                foreach (TorchSharp.Modules.Parameter parameter in model.parameters()) parameter.requires_grad = false;
                Console.WriteLine(model.Summary());
                Console.WriteLine(model.Graph.Nodes.Count + model.GetLayer("hidden1").GetName());
                model.to(torch.CPU).train();
                model.save("file");
                nn.Module<Tensor, Tensor> module = model;
                var optimizer = optim.Adam(model.parameters());
            }

            static Tensor hidden(this nn.Module<Tensor, Tensor> module, Tensor x) => module.call(x);
        }
        """);

    [Fact]
    public Task Uses_of_several_inputs_and_outputs_bind() => Build.ExpectAsync(
        """
        using static TorchSharp.torch;

        [Model] public partial class Two
        {
            static readonly Input a = Input(4), b = Input(4);
            static readonly Node embedding = Embedding(10, 3)({|GG2006:Other.x|}), dense = Dense(3)(a), sigmoid = Dense({|GG1006:0|}, Sigmoid)(b);
            static readonly Output sum = dense + sigmoid, product = Dense(1)(embedding);
        }

        [Model] public partial class Other
        {
            internal static readonly Input x = Input(1);
            static readonly Output y = ReLU(x);
        }

        public static class Uses
        {
            public static object Use(Tensor a, Tensor b)
            {
                var model = new Two();
                var (sum, product) = model.call(a, b);
                Two.Outputs outputs = model.forward(new Two.Inputs(a, b));
                return (sum, product, model.call(a, b).sum, outputs.Product, outputs.Sum, model.Dense.weight, model.SigmoidLayer.weight, model.Embedding.parameters(), model.Product.weight);
            }
        }
        """);

    [Fact]
    public Task Uses_of_more_than_six_inputs_bind() => Build.ExpectAsync(
        """
        using static TorchSharp.torch;

        [Model] public partial class Seven
        {
            static readonly Input a = Input(1), b = Input(1), c = Input(1), d = Input(1), e = Input(1), f = Input(1), g = Input(2);
            static readonly Output y = {|GG1005:Helper(a)|} + b + c + d + e + f + g;
            static Node Helper<T>(T node) where T : Node => node;
        }

        public static class Uses
        {
            public static Tensor Use(Tensor x) => new Seven().call(new Seven.Inputs(x, x, x, x, x, x, x));
        }
        """);
}
