using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Some examples.</summary>
/// <param name="Inputs">A tensor for each input of the model, each <c>N ...</c>.</param>
/// <param name="Targets">One for each output, <c>N ...</c>; null where the output is neither trained nor judged.</param>
/// <param name="Weight">How much each example counts, <c>N</c>; alike where it is null.</param>
internal sealed record Batch(Tensor[] Inputs, Tensor?[] Targets, Tensor? Weight = null)
{
    public long Size => Inputs[0].size(0);

    /// <summary>The examples from one on: views.</summary>
    public Batch Slice(long start, long count) => Map(tensor => tensor.narrow(0, start, count));

    /// <summary>The examples of these numbers: copies.</summary>
    public Batch Select(Tensor indices) => Map(tensor => tensor.index_select(0, indices));

    /// <summary>The same on a device, where mostly it is already.</summary>
    public Batch To(Device device) => Map(tensor => TrainedModel.Bring(tensor, device));

    private Batch Map(Func<Tensor, Tensor> map) => new(
        Array.ConvertAll(Inputs, tensor => map(tensor)),
        Array.ConvertAll(Targets, tensor => tensor is null ? null : map(tensor)),
        Weight is null ? null : map(Weight));
}
