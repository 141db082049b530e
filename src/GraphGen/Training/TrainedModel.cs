using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>A model as training sees it: from tensors to tensors, in the order of their declaration.</summary>
/// <param name="Module">The model.</param>
/// <param name="Inputs">The names of its inputs.</param>
/// <param name="Outputs">The names of its outputs.</param>
/// <param name="Forward">Calls it, hooks included.</param>
internal sealed record TrainedModel(nn.Module Module, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, Func<Tensor[], Tensor[]> Forward)
{
    /// <summary>Where its weights are; the CPU where it has none.</summary>
    public Device Device => Module.parameters().FirstOrDefault()?.device ?? CPU;

    /// <summary>A tensor on a device: itself where it is there.</summary>
    public static Tensor Bring(Tensor tensor, Device device) =>
        tensor.device_type == device.type && (device.index < 0 || tensor.device_index == device.index) ? tensor : tensor.to(device);
}
