using System.Globalization;
using GraphGen.Inspection;
using GraphGen.Reference;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>The generated models of the tutorial beside the same models written by hand: same keys, numbers, gradients and training.</summary>
public class EqualityTests
{
    /// <summary>The parameters of each model as the tutorial's page counts them, with two bias vectors a gate, as TorchSharp has them.</summary>
    private static readonly Dictionary<string, long> s_parameters = new()
    {
        ["Mlp"] = 551, ["ConvNet"] = 35_813, ["RecurrentNet"] = 641, ["SharedInput"] = 415_045,
        ["SharedFeatures"] = 1_191, ["SeveralInputs"] = 49_699, ["SeveralOutputs"] = 1_532, ["SharedLayers"] = 2_421,
    };

    public static TheoryData<string> Names => Twins.Names;

    public static TheoryData<string, int> NamesAndBatches => Twins.NamesWith(1, 3, 32);

    public static TheoryData<string, string> NamesAndOptimizers => Twins.NamesWith("SGD", "Adam");

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_shapes_and_counts_are_the_same(string name)
    {
        (Callable handWritten, Callable generated, _) = Twins.Make(name, 1);
        Assert.Equal(Describe(handWritten.Module), Describe(generated.Module));

        long counted = generated.Module.parameters().Sum(parameter => parameter.numel());
        Assert.Equal(s_parameters[name], counted);
        ModelGraph graph = ((IModel)generated.Module).Graph;
        Assert.Equal(counted, graph.Parameters);
        Assert.EndsWith($"{name}: {counted.ToString("N0", CultureInfo.InvariantCulture)} parameters", ModelSummary.Text(graph), StringComparison.Ordinal);

        static IEnumerable<string> Describe(nn.Module module) =>
            module.state_dict().Select(entry => $"{entry.Key} ({string.Join(", ", entry.Value.shape)})").Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NamesAndBatches))]
    public void Outputs_and_gradients_are_the_same(string name, int batch)
    {
        using DisposeScope scope = NewDisposeScope();
        (Callable handWritten, Callable generated, Tensor[] inputs) = Twins.Make(name, batch);
        Dictionary<string, Parameter> parameters = generated.Module.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter);
        foreach (bool training in new[] { true, false })
        {
            handWritten.Module.train(training);
            generated.Module.train(training);
            handWritten.Module.zero_grad();
            generated.Module.zero_grad();
            Tensor[] theirs = [.. inputs.Select(input => input.clone().requires_grad_(true))];
            Tensor[] mine = [.. inputs.Select(input => input.clone().requires_grad_(true))];
            Tensor[] expected = handWritten.Call(theirs);
            Tensor[] actual = generated.Call(mine);
            Twins.AssertClose(expected, actual);

            Twins.Loss(expected).backward();
            Twins.Loss(actual).backward();
            Twins.AssertClose(theirs.Select(input => input.grad!), mine.Select(input => input.grad!));
            foreach ((string key, Parameter parameter) in handWritten.Module.named_parameters()) Twins.AssertClose(parameter.grad!, parameters[key].grad!);

            using IDisposable _ = no_grad();
            Twins.AssertClose(expected, generated.Call(inputs));
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndOptimizers))]
    public void Training_takes_the_same_way(string name, string optimizer)
    {
        using DisposeScope scope = NewDisposeScope();
        (Callable handWritten, Callable generated, Tensor[] inputs) = Twins.Make(name, 4);
        double[] expected = Train(handWritten, optimizer, inputs);
        double[] actual = Train(generated, optimizer, inputs);
        Assert.All(expected.Zip(actual), losses => Assert.Equal(losses.First, losses.Second, 1e-5 * Math.Max(1, Math.Abs(losses.First))));
        Assert.True(actual[^1] < actual[0]);
    }

    private static double[] Train(Callable model, string name, Tensor[] inputs)
    {
        IEnumerable<Parameter> parameters = model.Module.parameters();
        optim.Optimizer optimizer = name == "SGD" ? optim.SGD(parameters, 1e-2) : optim.Adam(parameters, 1e-3);
        var losses = new List<double>();
        for (int step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            Tensor loss = Twins.Loss(model.Call(inputs));
            loss.backward();
            optimizer.step();
            losses.Add(loss.ToDouble());
        }

        return [.. losses];
    }
}
