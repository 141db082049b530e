using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using LinearModule = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using PostHook = System.Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using PreHook = System.Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;

namespace GraphGen.Runtime;

/// <summary>
/// Calls a linear layer on <c>N F</c> without transposing its weight each time: libtorch's <c>linear</c> is <c>addmm(bias, x, weight.t())</c>, and the view
/// <c>weight.t()</c> costs a quarter of a small layer. Called by generated code.
/// </summary>
/// <remarks>The layer stays in charge: with a hook on it, it is called itself, and a weight that was replaced, frozen or released is looked at anew.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LinearCall(Linear layer) : IDisposable
{
    private static readonly bool s_seesHooks = SeesHooks();

    private Parameter? _weight;
    private bool _isTrained;
    private torch.Tensor? _transposed;

    /// <summary>The layer's result: <c>N F -> N units</c>.</summary>
    /// <param name="input"><c>N F</c>, of the weight's element type.</param>
    public torch.Tensor Apply(torch.Tensor input)
    {
        // A view made in inference mode could never be trained through.
        if (!s_seesHooks || HasHooks(layer) || torch.is_inference_mode_enabled()) return layer.call(input);
        Parameter weight = layer.weight;
        if (!ReferenceEquals(weight, _weight) || weight.requires_grad != _isTrained) Transpose(weight);
        return layer.bias is { } bias ? torch.addmm(bias, input, _transposed!, 1, 1) : torch.mm(input, _transposed!);
    }

    /// <summary>Releases the view, which keeps the weight's memory.</summary>
    public void Dispose()
    {
        _transposed?.Dispose();
        (_weight, _transposed) = (null, null);
    }

    private void Transpose(Parameter weight)
    {
        _transposed?.Dispose();
        using (torch.enable_grad()) _transposed = weight.t().DetachFromDisposeScope();
        (_weight, _isTrained) = (weight, weight.requires_grad);
    }

    private static bool HasHooks(LinearModule module) => Hooks<PreHook, PostHook>.AnyOn(module);

    /// <summary>TorchSharp does not tell whether a module has hooks. Should a later version keep them elsewhere, every call goes to the layer itself.</summary>
    private static bool SeesHooks()
    {
        try
        {
            using Linear probe = torch.nn.Linear(1, 1);
            return !HasHooks(probe);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }
}
