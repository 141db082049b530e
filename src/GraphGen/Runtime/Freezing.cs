using System.ComponentModel;
using System.Runtime.CompilerServices;
using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Runtime;

/// <summary>Keeps layers from being trained, and trains them again. Called by generated code.</summary>
/// <remarks>
/// A normalization with running statistics would change without any gradient, in every call while its model trains. So it is put into evaluation mode by a hook
/// on it, right before each call, whoever has called <c>train</c> in between.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Freezing
{
    /// <summary>How to remove the hook on each frozen normalization.</summary>
    private static readonly ConditionalWeakTable<NormBase, Action> s_hooks = [];

    /// <summary>
    /// Takes the gradients from the weights of the layers, and of all in them: those there will be, and those there are, by which an optimizer would still move.
    /// </summary>
    /// <param name="layers">The layers.</param>
    public static void Freeze(params torch.nn.Module[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (Parameter weight in layers.SelectMany(layer => layer.parameters())) Freeze(weight);

        foreach (NormBase normalization in WithStatistics(layers).Where(normalization => !s_hooks.TryGetValue(normalization, out _)))
        {
            s_hooks.Add(normalization, normalization.register_forward_pre_hook(static module => module.eval()).remove);
            normalization.eval();
        }
    }

    /// <summary>Takes the gradient from a weight that belongs to no layer.</summary>
    /// <param name="weight">The weight.</param>
    public static void Freeze(Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        weight.requires_grad = false;
        weight.grad = null;
    }

    /// <summary>Gives a weight that belongs to no layer a gradient again.</summary>
    /// <param name="weight">The weight.</param>
    public static void Unfreeze(Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        weight.requires_grad = true;
    }

    /// <summary>Gives the weights of the layers gradients again.</summary>
    /// <param name="training">Whether their model is in training mode.</param>
    /// <param name="layers">The layers.</param>
    public static void Unfreeze(bool training, params torch.nn.Module[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (Parameter weight in layers.SelectMany(layer => layer.parameters())) Unfreeze(weight);
        foreach (NormBase normalization in WithStatistics(layers))
        {
            if (!s_hooks.TryGetValue(normalization, out Action? remove)) continue;
            remove();
            s_hooks.Remove(normalization);
            normalization.train(training);
        }
    }

    private static IEnumerable<NormBase> WithStatistics(torch.nn.Module[] layers) =>
        layers.SelectMany(layer => layer.modules().Prepend(layer)).OfType<NormBase>().Where(normalization => normalization.track_running_stats);
}
