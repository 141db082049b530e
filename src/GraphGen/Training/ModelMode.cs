using TorchSharp;

namespace GraphGen.Training;

/// <summary>Gives a model back the mode that it was in, training or evaluation, each of its layers its own.</summary>
internal sealed class ModelMode : IDisposable
{
    private readonly (torch.nn.Module Module, bool IsTraining)[] _modes;

    public ModelMode(torch.nn.Module model)
    {
        _modes = [.. model.modules().Prepend(model).Select(module => (module, module.training))];
    }

    /// <summary>A module sets those in it, which come behind it.</summary>
    public void Dispose()
    {
        foreach ((torch.nn.Module module, bool isTraining) in _modes)
        {
            if (module.training != isTraining) module.train(isTraining);
        }
    }
}
