using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>What attention layers have in common: queries, the values that they attend to, the keys of those, and a mask.</summary>
public abstract class AttentionModule : nn.Module<Tensor, Tensor?, Tensor?, Tensor?, Tensor>
{
    private protected AttentionModule(string name)
        : base(name)
    {
    }

    /// <summary>Calls the module, with its hooks.</summary>
    /// <param name="query">The positions that attend, <c>N T F</c>.</param>
    /// <param name="value">The positions attended to, <c>N S F</c>; <paramref name="query"/> itself where it is null.</param>
    /// <param name="key">What the queries are compared with, <c>N S F</c>; <paramref name="value"/> where it is null.</param>
    /// <param name="mask">
    /// Where a query may attend to, <c>N T S</c> of <c>Bool</c>, in which 1 may stand for <c>T</c> or <c>S</c>; everywhere where it is null. A query that may
    /// attend to nothing gets zeros.
    /// </param>
    /// <returns>One vector for each query, <c>N T F</c>.</returns>
    public new Tensor call(Tensor query, Tensor? value = null, Tensor? key = null, Tensor? mask = null) => base.call(query, value, key, mask);

    /// <summary>Computes the result without hooks.</summary>
    /// <inheritdoc cref="call"/>
    public sealed override Tensor forward(Tensor query, Tensor? value, Tensor? key, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(query);
        value ??= query;
        return Attend(query, value, key ?? value, mask);
    }

    private protected abstract Tensor Attend(Tensor query, Tensor value, Tensor key, Tensor? mask);
}
