using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The weights and buffers of a model at one moment, where the model is.</summary>
internal sealed class WeightCopy
{
    private readonly Dictionary<string, Tensor> _tensors = [];

    /// <summary>Whether there is something to restore.</summary>
    public bool IsTaken => _tensors.Count > 0;

    /// <summary>Copies the model's weights and buffers, over those of an earlier moment.</summary>
    /// <param name="model">The model, the same one each time.</param>
    public void Take(nn.Module model)
    {
        using IDisposable _ = no_grad();
        foreach ((string name, Tensor tensor) in model.state_dict())
        {
            if (_tensors.TryGetValue(name, out Tensor? copy)) copy.copy_(tensor);
            else _tensors.Add(name, tensor.clone().DetachFromDisposeScope());
        }
    }

    /// <summary>Writes the copies back.</summary>
    /// <param name="model">The model.</param>
    public void Restore(nn.Module model)
    {
        using IDisposable _ = no_grad();
        foreach ((string name, Tensor tensor) in model.state_dict()) tensor.copy_(_tensors[name]);
    }

    /// <summary>Forgets the copies.</summary>
    public void Release()
    {
        foreach (Tensor tensor in _tensors.Values) tensor.Dispose();
        _tensors.Clear();
    }
}
