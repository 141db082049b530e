using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>A model by hand for one choice of its parameters: its weights, and what it makes of several inputs.</summary>
internal sealed class World(ScalarType modelType, IReadOnlyDictionary<string, long> parameters)
{
    private readonly Dictionary<DrawnLayer, nn.Module> _modules = [];
    private readonly Dictionary<DrawnLayer, World> _parts = [];

    public ScalarType ModelType { get; } = modelType;

    public IReadOnlyDictionary<string, long> Parameters { get; } = parameters;

    public List<Lane> Lanes { get; } = [];

    /// <summary>The weights of a layer; null where it has none.</summary>
    public nn.Module? Find(DrawnLayer layer) => _modules.GetValueOrDefault(layer);

    /// <summary>The weights of a nested model; null where the layer is none.</summary>
    public World? FindPart(DrawnLayer layer) => _parts.GetValueOrDefault(layer);

    /// <summary>The weights of a nested model, made when they are first asked for.</summary>
    public World Part(DrawnLayer layer, Func<World> make) => _parts.TryGetValue(layer, out World? found) ? found : _parts[layer] = make();

    /// <summary>The module of a layer, made when it is first asked for.</summary>
    public T Module<T>(DrawnLayer layer, Func<T> make)
        where T : nn.Module
    {
        if (_modules.TryGetValue(layer, out nn.Module? found)) return (T)found;
        T made = make();
        made.to(ModelType);
        made.eval();
        _modules[layer] = made;
        return made;
    }
}
