using GraphGen.Inspection;
using GraphGen.Reference;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>The generated models of the tutorial beside the same models written by hand: same keys, numbers, gradients and training.</summary>
public class EqualityTests
{
    /// <summary>Relative to the largest element, of which some hundred additions in another order may change the last bits.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>The parameters of each model as the tutorial's page counts them, with two bias vectors a gate, as TorchSharp has them.</summary>
    private static readonly Dictionary<string, long> s_parameters = new()
    {
        ["Mlp"] = 551, ["ConvNet"] = 35_813, ["RecurrentNet"] = 641, ["SharedInput"] = 415_045,
        ["SharedFeatures"] = 1_191, ["SeveralInputs"] = 49_699, ["SeveralOutputs"] = 1_532, ["SharedLayers"] = 2_421,
    };

    public static TheoryData<string> Names => [.. ModelPair.All.Select(pair => pair.Name)];

    public static TheoryData<string, int> NamesAndBatches
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (ModelPair pair in ModelPair.All)
            {
                foreach (int batch in new[] { 1, 3, 32 }) cases.Add(pair.Name, batch);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_shapes_and_counts_are_the_same(string name)
    {
        (Callable handWritten, Callable generated, _) = Make(name, 1);
        Assert.Equal(Describe(handWritten.Module), Describe(generated.Module));

        long counted = generated.Module.parameters().Sum(parameter => parameter.numel());
        Assert.Equal(s_parameters[name], counted);
        Assert.Equal(counted, ((IModel)generated.Module).Graph.Parameters);

        static IEnumerable<string> Describe(nn.Module module) =>
            module.state_dict().Select(entry => $"{entry.Key} ({string.Join(", ", entry.Value.shape)})").Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NamesAndBatches))]
    public void Outputs_and_gradients_are_the_same(string name, int batch)
    {
        using DisposeScope scope = NewDisposeScope();
        (Callable handWritten, Callable generated, Tensor[] inputs) = Make(name, batch);
        Tensor[] mine = [.. inputs.Select(input => input.clone().requires_grad_(true))];
        Tensor[] theirs = [.. inputs.Select(input => input.clone().requires_grad_(true))];
        Tensor[] expected = handWritten.Call(theirs);
        Tensor[] actual = generated.Call(mine);
        AssertClose(expected, actual);

        Loss(expected).backward();
        Loss(actual).backward();
        AssertClose(theirs.Select(input => input.grad!), mine.Select(input => input.grad!));
        Dictionary<string, Parameter> parameters = generated.Module.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        foreach ((string key, Parameter parameter) in handWritten.Module.named_parameters()) AssertClose(parameter.grad!, parameters[key].grad!);

        handWritten.Module.eval();
        generated.Module.eval();
        using IDisposable _ = no_grad();
        AssertClose(handWritten.Call(inputs), generated.Call(inputs));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_takes_the_same_way(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        (Callable handWritten, Callable generated, Tensor[] inputs) = Make(name, 4);
        double[] expected = Train(handWritten, inputs);
        double[] actual = Train(generated, inputs);
        Assert.All(expected.Zip(actual), losses => Assert.Equal(losses.First, losses.Second, 1e-5 * Math.Max(1, Math.Abs(losses.First))));
        Assert.True(actual[^1] < actual[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_forward_the_results_alone_are_alive(string name)
    {
        (_, Callable generated, Tensor[] inputs) = Make(name, 2);
        foreach (bool withGradients in new[] { false, true })
        {
            using IDisposable _ = set_grad_enabled(withGradients);
            using DisposeScope scope = NewDisposeScope();
            Tensor[] results = generated.Call(inputs);
            Assert.Equal(results.Length, scope.DisposablesCount);
        }
    }

    private static (Callable HandWritten, Callable Generated, Tensor[] Inputs) Make(string name, int batch)
    {
        random.manual_seed(1);
        ModelPair pair = ModelPair.All.Single(pair => pair.Name == name);
        (Callable handWritten, Callable generated) = (pair.HandWritten(), pair.Generated());
        generated.Module.load_state_dict(handWritten.Module.state_dict());
        return (handWritten, generated, pair.Inputs(batch));
    }

    private static Tensor Loss(Tensor[] outputs) => outputs.Select(output => (output - 0.25).square().mean()).Aggregate((sum, loss) => sum + loss);

    private static double[] Train(Callable model, Tensor[] inputs)
    {
        optim.Optimizer optimizer = optim.Adam(model.Module.parameters(), 1e-3);
        var losses = new List<double>();
        for (int step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            Tensor loss = Loss(model.Call(inputs));
            loss.backward();
            optimizer.step();
            losses.Add(loss.ToDouble());
        }

        return [.. losses];
    }

    private static void AssertClose(IEnumerable<Tensor> expected, IEnumerable<Tensor> actual)
    {
        foreach ((Tensor one, Tensor other) in expected.Zip(actual)) AssertClose(one, other);
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        double largest = expected.abs().max().ToDouble();
        double difference = (expected - actual).abs().max().ToDouble();
        Assert.True(difference <= Tolerance * Math.Max(1, largest), $"{difference} of {largest}");
    }
}
