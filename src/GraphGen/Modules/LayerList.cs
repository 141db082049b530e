using System.ComponentModel;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>The modules of a repeated layer, whose keys in the state dict stand below the list's: <c>encoded.0.weight</c>.</summary>
/// <remarks>Made by generated code, which applies the modules one after another; the list itself computes nothing.</remarks>
public sealed class LayerList : nn.Module
{
    private readonly Dictionary<string, nn.Module> _byKey = [];

    /// <summary>Registers modules by keys of their own.</summary>
    /// <param name="modules">The modules with their keys: numbers from 0 for the repetitions, and others for what is registered beside one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LayerList(params (string Key, nn.Module Module)[] modules)
        : base(nameof(LayerList))
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach ((string key, nn.Module module) in modules)
        {
            register_module(key, module);
            _byKey.Add(key, module);
        }
    }

    /// <summary>The number of repetitions.</summary>
    public int Count => _byKey.Keys.Count(key => int.TryParse(key, out _));

    /// <summary>The module of one repetition.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public nn.Module this[int index] => _byKey[index.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}
