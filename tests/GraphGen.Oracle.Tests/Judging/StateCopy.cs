using GraphGen.Inspection;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Gives a generated model the weights of the same model by hand, key by key.</summary>
internal sealed class StateCopy
{
    private readonly Dictionary<string, Tensor> _given = [];
    private readonly Dictionary<string, Tensor> _state;
    private readonly List<string> _faults;

    private StateCopy(Dictionary<string, Tensor> state, List<string> faults) => (_state, _faults) = (state, faults);

    /// <param name="model">The model.</param>
    /// <param name="world">The model by hand.</param>
    /// <param name="module">The generated model.</param>
    /// <param name="faults">Receives keys that are missing, of another shape, or too many.</param>
    /// <returns>The trained weights of the model by hand, by their keys.</returns>
    public static Dictionary<string, Tensor> Copy(DrawnModel model, World world, nn.Module module, List<string> faults)
    {
        var copy = new StateCopy(module.state_dict(), faults);
        copy.Give(model, world, module, "");
        foreach (string key in copy._state.Keys.Except(copy._given.Keys)) faults.Add($"The state dict has '{key}', which nothing needs.");
        return copy._given.Where(weight => weight.Value.requires_grad).ToDictionary();
    }

    private void Give(DrawnModel model, World world, nn.Module module, string prefix)
    {
        ModelGraph graph = ((IModel)module).Graph;
        Dictionary<string, string> keys = graph.Layers.ToDictionary(layer => layer.Name, layer => layer.Key);
        var named = new Dictionary<DrawnLayer, string>();
        foreach ((DrawnNode node, ModelNode inferred) in GraphMap.Nodes(model, graph).Where(pair => !pair.Key.IsInput))
            named[node.Layer!] = keys[GraphMap.Maker(inferred, graph).Layer!];
        foreach (DrawnLayer layer in model.Layers.ToArray()) NameInner(layer, world, named);
        foreach ((DrawnLayer layer, string key) in named)
        {
            if (world.FindPart(layer) is { } part)
                Give(((DrawnPart)layer["model"]!).Model, part, module.named_children().Single(child => child.name == key).module, $"{prefix}{key}.");
            else if (world.Find(layer) is { } weights)
                Give(weights, prefix + key, isNode: layer.Kind.Name == "Weight");
        }
    }

    private void Give(nn.Module weights, string key, bool isNode)
    {
        foreach ((string name, Tensor value) in weights.state_dict())
        {
            string full = isNode ? key : $"{key}.{name}";
            _given[full] = value;
            if (!_state.TryGetValue(full, out Tensor? target)) _faults.Add($"The state dict lacks '{full}'; it has {string.Join(", ", _state.Keys)}.");
            else if (!target.shape.SequenceEqual(value.shape)) _faults.Add($"'{full}' is ({string.Join(", ", target.shape)}), and ({string.Join(", ", value.shape)}) by hand.");
            else using (no_grad()) target.copy_(value);
        }
    }

    /// <summary>An activation is named for the layer that has it, copies by their numbers, and a layer of each step has the name of the whole.</summary>
    private static void NameInner(DrawnLayer layer, World world, Dictionary<DrawnLayer, string> named)
    {
        foreach ((int i, DrawnLayer inner) in layer.Inner.Index())
        {
            if (!named.ContainsKey(inner)) named[inner] = inner.Field ?? NameOf(inner, i, layer, world, named);
            NameInner(inner, world, named);
        }
    }

    private static string NameOf(DrawnLayer inner, int position, DrawnLayer layer, World world, Dictionary<DrawnLayer, string> named)
    {
        if (layer.Kind.Name == "TimeDistributed") return named[layer];
        if (layer.Kind.Name == "Repeat") return $"{named[layer]}.{position}";
        string name = $"{named[layer]}_{inner.Kind.Name.ToLowerInvariant()}";
        int count = named.Count(other =>
            other.Key.Kind == inner.Kind && world.Find(other.Key) is not null && (other.Value == name || other.Value.StartsWith($"{name}_", StringComparison.Ordinal)));
        return count == 0 ? name : $"{name}_{count + 1}";
    }
}
