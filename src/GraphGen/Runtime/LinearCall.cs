using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using LinearModule = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using PostHook = System.Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using PreHook = System.Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace GraphGen.Runtime;

/// <summary>
/// Calls a linear layer on <c>N F</c>, in inference without transposing its weight each time: libtorch's <c>linear</c> is <c>addmm(bias, x, weight.t())</c>,
/// and the view <c>weight.t()</c> costs a quarter of a small layer. Called by generated code.
/// </summary>
/// <remarks>
/// The layer stays in charge: with a hook on it, it is called itself, and so it is where gradients are recorded, since an optimizer that changes the weight
/// makes the view dearer than a new one. A weight that was replaced, or whose elements lie elsewhere since, is looked at anew.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LinearCall(Linear layer) : IDisposable
{
    private static readonly bool s_seesInside = SeesInside();

    private View? _view;

    /// <summary>The layer's result: <c>N F -> N units</c>.</summary>
    /// <param name="input"><c>N F</c>, of the weight's element type.</param>
    public torch.Tensor Apply(torch.Tensor input)
    {
        if (torch.is_grad_enabled() || !s_seesInside || HasHooks(layer)) return layer.call(input);
        Parameter weight = layer.weight;
        nint address = TensorMemory.Address(weight);
        View? view = _view;

        // Another thread may still read the old view, which is left to the collector. It keeps its memory, so that no other weight comes to lie there.
        if (view is null || !ReferenceEquals(view.Weight, weight) || view.Address != address)
            _view = view = new View(weight, address, weight.t().DetachFromDisposeScope());
        return layer.bias is { } bias ? torch.addmm(bias, input, view.Transposed, 1, 1) : torch.mm(input, view.Transposed);
    }

    /// <summary>Releases the view, which keeps the weight's memory.</summary>
    public void Dispose()
    {
        _view?.Transposed.Dispose();
        _view = null;
    }

    private static bool HasHooks(LinearModule module) => Hooks<PreHook, PostHook>.AnyOn(module);

    /// <summary>
    /// TorchSharp tells neither whether a module has hooks nor where a tensor lies. Should a later version keep that elsewhere, every call goes to the layer
    /// itself.
    /// </summary>
    private static bool SeesInside()
    {
        try
        {
            // A module without weights, whose making draws no random numbers.
            using var module = torch.nn.Identity();
            using torch.Tensor tensor = torch.zeros(1, device: torch.CPU);
            return !HasHooks(module) && TensorMemory.Address(tensor) != 0;
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
        {
            return false;
        }
    }

    private sealed record View(Parameter Weight, nint Address, torch.Tensor Transposed);
}
