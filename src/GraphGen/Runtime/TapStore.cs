using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>The tapped tensors of a model's last call. Called by generated code.</summary>
/// <remarks>
/// There is one set of them at most. They belong to the model, and not to the dispose scope in which it was called, since they are read behind the call. Calls on
/// several threads at once leave the tensors of the one that ends last.
/// </remarks>
/// <param name="names">The names of the tapped nodes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TapStore(params string[] names) : IDisposable
{
    private static readonly OrderedDictionary<string, torch.Tensor> s_none = [];

    private OrderedDictionary<string, torch.Tensor> _last = s_none;

    /// <summary>The tensors by name, in the order of the names; none before the first call, and while one runs.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Last => _last;

    /// <summary>Takes the tensors over.</summary>
    /// <param name="tensors">One for each name, of any shape and element type, each a handle of its own.</param>
    public void Keep(params torch.Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var kept = new OrderedDictionary<string, torch.Tensor>(names.Length);
        for (int i = 0; i < names.Length; i++) kept.Add(names[i], tensors[i].DetachFromDisposeScope());
        Replace(kept);
    }

    /// <summary>Releases the tensors, and what training needs of them.</summary>
    public void Dispose() => Replace(s_none);

    private void Replace(OrderedDictionary<string, torch.Tensor> next)
    {
        foreach (torch.Tensor tensor in Interlocked.Exchange(ref _last, next).Values) tensor.Dispose();
    }
}
