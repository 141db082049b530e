namespace GraphGen;

/// <summary>A layer not yet applied. Applied more than once it is shared: one set of weights, one node for each application.</summary>
/// <param name="inputs">What the layer is applied to; most layers take exactly one (GG2007 for another number).</param>
public delegate Node Layer(params Node?[] inputs);

/// <summary>A recurrent layer not yet applied, as <see cref="Layers.LSTM"/> makes it. Applied more than once it is shared.</summary>
/// <param name="input">The sequence, <c>N T F</c>.</param>
/// <param name="initialState">The state before the first step; zeros if none is given.</param>
public delegate Node Recurrent(Node? input, State? initialState = null);

/// <summary>An attention layer not yet applied. Applied more than once it is shared.</summary>
/// <param name="query">The positions that attend, <c>N T F</c>.</param>
/// <param name="value">The positions attended to, <c>N S F</c>; <paramref name="query"/> itself if none is given.</param>
/// <param name="key">What queries are compared with, <c>N S F</c>; <paramref name="value"/> if none is given.</param>
/// <param name="mask">Where attention may go, <c>N T S</c>; everywhere if none is given.</param>
public delegate Node Attention(Node? query, Node? value = null, Node? key = null, Node? mask = null);
