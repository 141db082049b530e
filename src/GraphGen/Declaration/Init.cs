namespace GraphGen;

/// <summary>The initializers of layers: <c>Dense(10, ReLU, initializer: Init.HeNormal)</c>.</summary>
/// <remarks>
/// In the formulas <c>fanIn</c> is the number of elements along the second axis of a kernel, <c>fanOut</c> that along its first, each times the elements of
/// its window, as torch counts them: <c>F</c> and <c>units</c> of a <c>Dense</c>, <c>k C / groups</c> and <c>k filters</c> of a convolution. The numbers
/// drawn follow <c>torch.manual_seed</c>.
/// </remarks>
public static class Init
{
    /// <summary>Between <c>-a</c> and <c>a</c>, with <c>a = √(6 / (fanIn + fanOut))</c>, all alike: a variance of <c>2 / (fanIn + fanOut)</c>.</summary>
    /// <remarks>Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010; Keras's default.</remarks>
    public static Initializer GlorotUniform => Inert.Initializer;

    /// <summary>A normal distribution of mean 0 and variance <c>2 / (fanIn + fanOut)</c>.</summary>
    /// <remarks>Glorot and Bengio, 2010. As in torch its tails are whole, where Keras cuts them off.</remarks>
    public static Initializer GlorotNormal => Inert.Initializer;

    /// <summary>Between <c>-a</c> and <c>a</c>, with <c>a = √(6 / fanIn)</c>, all alike: a variance of <c>2 / fanIn</c>.</summary>
    /// <remarks>He and others, Delving Deep into Rectifiers, 2015.</remarks>
    public static Initializer HeUniform => Inert.Initializer;

    /// <summary>A normal distribution of mean 0 and variance <c>2 / fanIn</c>.</summary>
    /// <remarks>He and others, 2015. As in torch its tails are whole, where Keras cuts them off.</remarks>
    public static Initializer HeNormal => Inert.Initializer;

    /// <summary>A random orthogonal matrix <c>W</c>, of the first axis by all others.</summary>
    /// <remarks>
    /// Its rows are orthonormal, <c>W Wᵀ = I</c>, or its columns, <c>Wᵀ W = I</c>, where there are fewer of them. Saxe and others, Exact solutions to the
    /// nonlinear dynamics of learning in deep linear neural networks, 2013.
    /// </remarks>
    public static Initializer Orthogonal => Inert.Initializer;

    /// <summary>All 0.</summary>
    public static Initializer Zeros => Inert.Initializer;

    /// <summary>All 1.</summary>
    public static Initializer Ones => Inert.Initializer;

    /// <summary>A normal distribution of mean 0.</summary>
    /// <param name="std">Its standard deviation, finite and above 0 (GG1006).</param>
    /// <returns>The initializer.</returns>
    public static Initializer Normal(double std) => Inert.Initializer;

    /// <summary>All numbers from <paramref name="a"/> to <paramref name="b"/> alike.</summary>
    /// <param name="a">The least, finite (GG1006).</param>
    /// <param name="b">The greatest, finite and above <paramref name="a"/> (GG1006).</param>
    /// <returns>The initializer.</returns>
    public static Initializer Uniform(double a, double b) => Inert.Initializer;

    /// <summary>All the same.</summary>
    /// <param name="v">The number, finite (GG1006).</param>
    /// <returns>The initializer.</returns>
    public static Initializer Constant(double v) => Inert.Initializer;
}
