using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>What a recurrent layer leaves, layer by layer, and of each layer that reads both ways direction by direction: <c>rows N units</c>.</summary>
/// <param name="Hidden">The hidden state.</param>
/// <param name="Cell">The cell state of an LSTM.</param>
/// <param name="IsBoth">Whether there are two directions.</param>
/// <param name="Way">How the directions become one.</param>
internal sealed record RecurrentState(Tensor Hidden, Tensor? Cell, bool IsBoth, string Way)
{
    /// <summary>The state of one direction that this is to layers that do not read both ways.</summary>
    public RecurrentState Merged() => IsBoth ? new RecurrentState(Merged(Hidden), Cell is null ? null : Merged(Cell), IsBoth: false, Way) : this;

    public static Tensor Merge(string way, Tensor forward, Tensor backward) => way switch
    {
        "Merge.Concat" => cat([forward, backward], -1),
        "Merge.Sum" => forward + backward,
        "Merge.Multiply" => forward * backward,
        _ => (forward + backward) / 2,
    };

    private Tensor Merged(Tensor rows) => stack(Enumerable.Range(0, (int)rows.size(0) / 2).Select(i => Merge(Way, rows.select(0, 2 * i), rows.select(0, (2 * i) + 1))), 0);
}
