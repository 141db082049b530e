using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using OtherModule = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor?, (TorchSharp.torch.Tensor, TorchSharp.torch.Tensor)>;

namespace GraphGen.Runtime;

/// <summary>
/// Recurrent modules with the results that are wanted and all others released at once: a module called by itself leaves its states to the collector. Called by
/// generated code.
/// </summary>
/// <remarks>
/// The module has the batch first. A state is <c>L N units</c>, of both directions one after another for each layer. What the last step gives is taken from the
/// state, so that no gradient has to run through the whole sequence of results; but where the module has hooks, from the sequence, which a hook may have changed.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Recurrence
{
    /// <summary>The state before the first step where none is given.</summary>
    /// <param name="input"><c>N T F</c>.</param>
    /// <param name="layers">The number of layers, of two directions twice as many.</param>
    /// <param name="units">The size of the state.</param>
    /// <returns><c>layers N units</c>, of the input's type.</returns>
    public static Tensor Zeros(Tensor input, long layers, long units)
    {
        ArgumentNullException.ThrowIfNull(input);
        return zeros(layers, input.size(0), units, dtype: input.dtype, device: input.device);
    }

    /// <summary>What every step gives.</summary>
    /// <param name="module">The module.</param>
    /// <param name="input"><c>N T F</c>, of the type of the module's weights.</param>
    /// <param name="state">The state to begin with.</param>
    /// <returns><c>N T units</c>, or <c>N T 2·units</c> of both directions.</returns>
    public static Tensor Sequence(LSTM module, Tensor input, (Tensor Hidden, Tensor Cell) state)
    {
        ArgumentNullException.ThrowIfNull(module);
        (Tensor sequence, Tensor hidden, Tensor cell) = module.call(input, state);
        hidden.Dispose();
        cell.Dispose();
        return sequence;
    }

    /// <inheritdoc cref="Sequence(LSTM, Tensor, ValueTuple{Tensor, Tensor})"/>
    public static Tensor Sequence(OtherModule module, Tensor input, Tensor state)
    {
        ArgumentNullException.ThrowIfNull(module);
        (Tensor sequence, Tensor hidden) = module.call(input, state);
        hidden.Dispose();
        return sequence;
    }

    /// <summary>What the last step gives, of the other direction the first one of the sequence.</summary>
    /// <inheritdoc cref="LastWithState(LSTM, Tensor, ValueTuple{Tensor, Tensor})"/>
    /// <returns><c>N units</c>, or <c>N 2·units</c> of both directions.</returns>
    public static Tensor Last(LSTM module, Tensor input, (Tensor Hidden, Tensor Cell) state)
    {
        (Tensor last, Tensor hidden, Tensor cell) = LastWithState(module, input, state);
        hidden.Dispose();
        cell.Dispose();
        return last;
    }

    /// <inheritdoc cref="Last(LSTM, Tensor, ValueTuple{Tensor, Tensor})"/>
    public static Tensor Last(OtherModule module, Tensor input, Tensor state)
    {
        (Tensor last, Tensor hidden) = LastWithState(module, input, state);
        hidden.Dispose();
        return last;
    }

    /// <summary>What the last step gives, of the other direction the first one of the sequence, and the state that it leaves.</summary>
    /// <param name="module">The module.</param>
    /// <param name="input"><c>N T F</c>, of the type of the module's weights.</param>
    /// <param name="state">The state to begin with.</param>
    /// <returns><c>N units</c>, or <c>N 2·units</c> of both directions, and the state.</returns>
    public static (Tensor Last, Tensor Hidden, Tensor Cell) LastWithState(LSTM module, Tensor input, (Tensor Hidden, Tensor Cell) state)
    {
        ArgumentNullException.ThrowIfNull(module);
        (Tensor sequence, Tensor hidden, Tensor cell) = module.call(input, state);
        using (sequence) return (Last(HasHooks(module), sequence, hidden), hidden, cell);
    }

    /// <inheritdoc cref="LastWithState(LSTM, Tensor, ValueTuple{Tensor, Tensor})"/>
    public static (Tensor Last, Tensor Hidden) LastWithState(OtherModule module, Tensor input, Tensor state)
    {
        ArgumentNullException.ThrowIfNull(module);
        (Tensor sequence, Tensor hidden) = module.call(input, state);
        using (sequence) return (Last(HasHooks(module), sequence, hidden), hidden);
    }

    private static Tensor Last(bool isFromSequence, Tensor sequence, Tensor hidden)
    {
        long units = hidden.size(2);
        bool isBothWays = sequence.size(2) > units;
        if (!isBothWays) return isFromSequence ? sequence.select(1, -1) : hidden.select(0, -1);
        using Tensor forward = isFromSequence ? Direction(step: -1, first: 0) : hidden.select(0, -2);
        using Tensor backward = isFromSequence ? Direction(step: 0, first: units) : hidden.select(0, -1);
        return cat([forward, backward], 1);

        Tensor Direction(long step, long first)
        {
            using Tensor both = sequence.select(1, step);
            return both.narrow(1, first, units);
        }
    }

    private static bool HasHooks(LSTM module) => Hooks<
        Func<nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>, Tensor, (Tensor, Tensor)?, (Tensor, (Tensor, Tensor)?)?>,
        Func<nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>, Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor), (Tensor, Tensor, Tensor)>>.MayBeOn(module);

    private static bool HasHooks(OtherModule module) => Hooks<
        Func<OtherModule, Tensor, Tensor?, (Tensor, Tensor?)?>,
        Func<OtherModule, Tensor, Tensor?, (Tensor, Tensor), (Tensor, Tensor)>>.MayBeOn(module);
}
