using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>What is done with gradients before the optimizer takes them.</summary>
/// <param name="Accumulation">The number of batches whose mean gradient makes a step, 1 or more.</param>
/// <param name="GlobalClipNorm">The greatest norm of all gradients together; null for no bound.</param>
/// <param name="ClipValue">The greatest absolute value of an element; null for no bound.</param>
internal sealed record GradientOptions(int Accumulation, double? GlobalClipNorm, double? ClipValue)
{
    /// <summary>Changes the gradients.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="accumulated">The number of batches whose gradients were added up.</param>
    public void Apply(Parameter[] parameters, int accumulated)
    {
        if (accumulated > 1)
        {
            foreach (Parameter parameter in parameters) parameter.grad?.div_(accumulated);
        }

        if (GlobalClipNorm is { } norm) nn.utils.clip_grad_norm_(parameters, norm);
        if (ClipValue is { } value) nn.utils.clip_grad_value_(parameters, value);
    }
}
