namespace GraphGen;

/// <summary>A layer not yet applied, such as <c>Dense(10)</c>; <c>Dense(10)(x)</c> is the node that it makes of <c>x</c>.</summary>
/// <remarks>
/// Applied more than once it is shared: one set of weights, one node for each application. All applications must need the same weights (GG3003).
/// </remarks>
/// <param name="inputs">What the layer is applied to: one node, unless the layer says otherwise. Another number is refused (GG2007).</param>
/// <returns>The result, in the shape that the layer's documentation gives.</returns>
public delegate Node Layer(params Node?[] inputs);

/// <summary>A recurrent layer not yet applied, such as <see cref="Layers.LSTM"/> makes.</summary>
/// <remarks>
/// Applied more than once it is shared: one set of weights, one node for each application. All applications must need the same weights (GG3003).
/// </remarks>
/// <param name="input">The sequence, <c>N T F</c>: steps, features a step.</param>
/// <param name="initialState">The state before the first step; zeros where none is given.</param>
/// <returns>What the last step gives, <c>N U</c>, or what each gives, <c>N T U</c>.</returns>
public delegate Node Recurrent(Node? input, State? initialState = null);

/// <summary>An attention layer not yet applied, such as <see cref="Layers.MultiHeadAttention"/> makes.</summary>
/// <remarks>
/// Applied more than once it is shared: one set of weights, one node for each application. All applications must need the same weights (GG3003).
/// </remarks>
/// <param name="query">The positions that attend, <c>N T F</c>.</param>
/// <param name="value">The positions attended to, <c>N S F</c>; <paramref name="query"/> itself where none is given.</param>
/// <param name="key">What the queries are compared with, <c>N S F</c>; <paramref name="value"/> where none is given.</param>
/// <param name="mask">
/// Where a query may attend to, <c>N T S</c> of <c>Bool</c>, for all heads; 1 may stand for <c>T</c> or <c>S</c>, as in a mask of padding, <c>N 1 S</c>.
/// Everywhere where none is given. A query that may attend to nothing gets zeros from each head.
/// </param>
/// <returns>One vector for each query, <c>N T F</c>.</returns>
public delegate Node Attention(Node? query, Node? value = null, Node? key = null, Node? mask = null);
