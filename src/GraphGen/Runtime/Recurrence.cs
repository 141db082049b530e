using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Runtime;

/// <summary>
/// Recurrent modules from a state of zeros, with one tensor as the result and all others released at once: the module itself would leave its states to the
/// collector. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Recurrence
{
    /// <summary>What every step gives.</summary>
    /// <param name="module">A module with the batch first.</param>
    /// <param name="input"><c>N T F</c>, of the type of the module's weights.</param>
    /// <param name="layers">The number of its layers.</param>
    /// <param name="units">The size of its state.</param>
    /// <returns><c>N T units</c>.</returns>
    public static Tensor Sequence(LSTM module, Tensor input, long layers, long units)
    {
        (Tensor sequence, Tensor hidden, Tensor cell) = Run(module, input, layers, units);
        hidden.Dispose();
        cell.Dispose();
        return sequence;
    }

    /// <inheritdoc cref="Sequence(LSTM, Tensor, long, long)"/>
    public static Tensor Sequence(nn.Module<Tensor, Tensor?, (Tensor, Tensor)> module, Tensor input, long layers, long units)
    {
        (Tensor sequence, Tensor hidden) = Run(module, input, layers, units);
        hidden.Dispose();
        return sequence;
    }

    /// <summary>What the last step gives: the hidden state of the last layer, so that no gradient has to run through the whole sequence of results.</summary>
    /// <param name="module">A module with the batch first.</param>
    /// <param name="input"><c>N T F</c>, of the type of the module's weights.</param>
    /// <param name="layers">The number of its layers.</param>
    /// <param name="units">The size of its state.</param>
    /// <returns><c>N units</c>.</returns>
    public static Tensor Last(LSTM module, Tensor input, long layers, long units)
    {
        (Tensor sequence, Tensor hidden, Tensor cell) = Run(module, input, layers, units);
        sequence.Dispose();
        cell.Dispose();
        using (hidden) return hidden.select(0, layers - 1);
    }

    /// <inheritdoc cref="Last(LSTM, Tensor, long, long)"/>
    public static Tensor Last(nn.Module<Tensor, Tensor?, (Tensor, Tensor)> module, Tensor input, long layers, long units)
    {
        (Tensor sequence, Tensor hidden) = Run(module, input, layers, units);
        sequence.Dispose();
        using (hidden) return hidden.select(0, layers - 1);
    }

    private static (Tensor Sequence, Tensor Hidden, Tensor Cell) Run(LSTM module, Tensor input, long layers, long units)
    {
        ArgumentNullException.ThrowIfNull(module);
        using Tensor zeros = Zeros(input, layers, units);
        return module.call(input, (zeros, zeros));
    }

    private static (Tensor Sequence, Tensor Hidden) Run(nn.Module<Tensor, Tensor?, (Tensor, Tensor)> module, Tensor input, long layers, long units)
    {
        ArgumentNullException.ThrowIfNull(module);
        using Tensor zeros = Zeros(input, layers, units);
        return module.call(input, zeros);
    }

    private static Tensor Zeros(Tensor input, long layers, long units)
    {
        ArgumentNullException.ThrowIfNull(input);
        return zeros(layers, input.size(0), units, dtype: input.dtype, device: input.device);
    }
}
