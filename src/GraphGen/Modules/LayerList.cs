using System.Collections;
using System.ComponentModel;
using System.Globalization;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>The modules of a repeated layer, whose keys in the state dict stand below the list's: <c>encoded.0.weight</c>.</summary>
/// <remarks>Made by generated code, which applies the modules one after another; the list itself computes nothing.</remarks>
/// <typeparam name="TModule">The class of the modules.</typeparam>
public sealed class LayerList<TModule> : nn.Module, IReadOnlyList<TModule>
    where TModule : nn.Module
{
    private readonly List<TModule> _repetitions = [];

    /// <summary>Registers modules by keys of their own.</summary>
    /// <param name="modules">The modules with their keys: numbers from 0 for the repetitions, and others for what is registered beside one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LayerList(params (string Key, nn.Module Module)[] modules)
        : base(nameof(LayerList<>))
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach ((string key, nn.Module module) in modules)
        {
            register_module(key, module);
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) _repetitions.Add((TModule)module);
        }
    }

    /// <summary>The number of repetitions.</summary>
    public int Count => _repetitions.Count;

    /// <summary>The module of one repetition.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public TModule this[int index] => _repetitions[index];

    /// <summary>The modules in the order in which they are applied.</summary>
    public IEnumerator<TModule> GetEnumerator() => _repetitions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
