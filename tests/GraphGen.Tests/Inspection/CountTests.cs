using System.Reflection;
using GraphGen.Inspection;
using static TorchSharp.torch;

namespace GraphGen.Tests.Inspection;

/// <summary>Parameters and buffers against what libtorch's modules hold, of every model that the tests and the samples declare.</summary>
public class CountTests
{
    /// <summary>The classes of all models.</summary>
    internal static IEnumerable<string> Names =>
        typeof(CountTests).Assembly.GetTypes().Where(type => type.IsClass && typeof(IModel).IsAssignableFrom(type) && typeof(nn.Module).IsAssignableFrom(type)).Select(type => type.FullName!);

    public static TheoryData<string> Models => [.. Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Counts_are_those_of_the_modules(string name)
    {
        using nn.Module module = Make(name);
        ModelGraph graph = ((IModel)module).Graph;
        (string, long)[] parameters = [.. module.named_parameters().Select(named => (named.name, named.parameter.numel()))];
        (string, long)[] buffers = [.. module.named_buffers().Select(named => (named.name, named.buffer.numel()))];
        Assert.Equal((parameters.Sum(weight => weight.Item2), buffers.Sum(buffer => buffer.Item2)), (graph.Parameters, graph.Buffers));
        Assert.Equal(module.parameters().Where(weight => !weight.requires_grad).Sum(weight => weight.numel()), graph.FrozenParameters);
        AssertCounts(graph, parameters, buffers);
        Assert.Equal(ModelSummary.Text(graph), ModelSummary.Text((IModel)module));
    }

    /// <summary>Layer by layer, and within nested models and copies.</summary>
    private static void AssertCounts(ModelGraph graph, (string Name, long Count)[] parameters, (string Name, long Count)[] buffers)
    {
        foreach (ModelLayer layer in graph.Layers)
        {
            string[] keys = [layer.Key, .. layer.Inner ?? []];
            long Of((string Name, long Count)[] tensors) => tensors.Where(tensor => keys.Contains(tensor.Name.Split('.')[0])).Sum(tensor => tensor.Count);
            Assert.Equal((layer.Name, Of(parameters), Of(buffers)), (layer.Name, layer.Parameters, layer.Buffers));
            if (layer.Graph is { } inner) AssertCounts(inner, Below(layer.Key, parameters), Below(layer.Key, buffers));
        }
    }

    private static (string Name, long Count)[] Below(string key, (string Name, long Count)[] tensors) =>
        [.. tensors.Where(tensor => tensor.Name.StartsWith($"{key}.", StringComparison.Ordinal)).Select(tensor => (tensor.Name[(key.Length + 1)..], tensor.Count))];

    /// <summary>With 24 for each parameter that must be given, and for a pad whose default is too small.</summary>
    internal static nn.Module Make(string model)
    {
        ConstructorInfo constructor = typeof(CountTests).Assembly.GetType(model)!.GetConstructors().Single(one => one.GetParameters().Any(parameter => parameter.Name == "dtype"));
        return (nn.Module)constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private static object? Value(ParameterInfo parameter) => parameter.Name == "pad" || !parameter.HasDefaultValue ? 24L : parameter.DefaultValue;
}
