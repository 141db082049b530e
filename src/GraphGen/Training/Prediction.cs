using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>What a model makes of many examples, a batch at a time.</summary>
internal static class Prediction
{
    /// <summary>
    /// The outputs, in evaluation mode and without gradients. They lie where the inputs do; beside them, no more tensors are alive than one batch needs.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">A tensor for each input, each <c>N ...</c>.</param>
    /// <param name="batchSize">The examples of a batch.</param>
    /// <returns>A tensor for each output, each <c>N ...</c>.</returns>
    public static Tensor[] Run(TrainedModel model, Tensor[] inputs, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        long count = DataCheck.Count(model, inputs);
        using var mode = new ModelMode(model.Module);
        model.Module.eval();
        using IDisposable _ = no_grad();
        Device device = model.Device;
        Tensor[]? results = null;

        // One call there is even for no examples: it says which shapes the empty outputs have.
        long start = 0;
        do
        {
            using DisposeScope scope = NewDisposeScope();
            long size = Math.Min(batchSize, count - start);
            Tensor[] outputs = model.Forward(Array.ConvertAll(inputs, input => TrainedModel.Bring(input.narrow(0, start, size), device)));
            results ??= Array.ConvertAll(outputs, output => Empty(output, count, inputs[0].device));
            for (int i = 0; i < outputs.Length; i++) results[i].narrow(0, start, size).copy_(outputs[i]);
            start += size;
        }
        while (start < count);

        return results;
    }

    private static Tensor Empty(Tensor output, long count, Device device)
    {
        long[] shape = output.shape;
        shape[0] = count;
        return empty(shape, output.dtype, device).MoveToOuterDisposeScope();
    }
}
