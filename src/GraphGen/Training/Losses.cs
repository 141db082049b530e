namespace GraphGen.Training;

/// <summary>The losses of Keras, by its names, defaults and formulas.</summary>
/// <remarks>
/// <para>
/// Outputs may have any shape from <c>N</c> on: the loss of an example is the mean over its places, as <c>T</c> of a sequence or <c>H W</c> of a picture.
/// </para>
/// <para>
/// Keras has classes along the last axis (<c>N C</c>, <c>N T C</c>), and so has <c>axis</c>, -1, unless said otherwise. For pictures <c>N C H W</c> say
/// <c>axis: 1</c>.
/// </para>
/// <para>Targets may be of any real type, <c>Bool</c> and integers too, but their shape must be the output's: nothing is broadcast.</para>
/// <para>Losses of <c>Float64</c> outputs are <c>Float64</c>, all others <c>Float32</c>, also those of half precision.</para>
/// </remarks>
public static class Losses
{
    /// <summary><c>-(t log p + (1 - t) log(1 - p))</c> for each output: of two classes, or of labels that do not exclude each other.</summary>
    /// <remarks>
    /// Keras's <c>BinaryCrossentropy</c>. Outputs and targets have one shape, <c>N ...</c>; targets lie from 0 to 1. Probabilities are clipped to 1e-7 from 0
    /// and 1.
    /// </remarks>
    /// <param name="fromLogits">Whether outputs are logits, any numbers, instead of probabilities, as <see cref="Layers.Sigmoid"/> makes them.</param>
    public static Loss BinaryCrossentropy(bool fromLogits = false) => new BinaryCrossentropyLoss(fromLogits);

    /// <summary><c>-Σ t log p</c> over the classes, with a probability of each class as target: one-hot, or soft.</summary>
    /// <remarks>
    /// Keras's <c>CategoricalCrossentropy</c>. Outputs and targets have one shape, <c>N ... C</c>; targets lie from 0 to 1. Probabilities are divided by their
    /// sum and clipped to 1e-7 from 0 and 1.
    /// </remarks>
    /// <param name="fromLogits">Whether outputs are logits, any numbers, instead of probabilities, as <see cref="Layers.Softmax"/> makes them.</param>
    /// <param name="labelSmoothing">From 0 to 1: the share of each target that is spread over all classes alike.</param>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelSmoothing"/> is outside of 0 to 1.</exception>
    public static Loss CategoricalCrossentropy(bool fromLogits = false, double labelSmoothing = 0, int axis = -1)
    {
        if (!(labelSmoothing is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "The share of a target must lie from 0 to 1.");
        return new CategoricalCrossentropyLoss(fromLogits, labelSmoothing, axis);
    }

    /// <summary><c>-log p</c> of the class that is the target.</summary>
    /// <remarks>
    /// Keras's <c>SparseCategoricalCrossentropy</c>. Targets are of an integer type, from 0 to C - 1, in the shape of the outputs without the classes: <c>N</c>
    /// for <c>N C</c>, <c>N T</c> for <c>N T C</c>, <c>N H W</c> for <c>N C H W</c> with axis 1. Probabilities are divided by their sum and clipped to 1e-7
    /// from 0 and 1.
    /// </remarks>
    /// <param name="fromLogits">Whether outputs are logits, any numbers, instead of probabilities, as <see cref="Layers.Softmax"/> makes them.</param>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Loss SparseCategoricalCrossentropy(bool fromLogits = false, int axis = -1) => new SparseCategoricalCrossentropyLoss(fromLogits, axis);

    /// <summary>The mean of <c>(t - y)²</c> over the places of an example.</summary>
    /// <remarks>Keras's <c>MeanSquaredError</c>. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    public static Loss MeanSquaredError() => new MeanSquaredErrorLoss();

    /// <summary>The mean of <c>|t - y|</c> over the places of an example.</summary>
    /// <remarks>Keras's <c>MeanAbsoluteError</c>. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    public static Loss MeanAbsoluteError() => new MeanAbsoluteErrorLoss();

    /// <summary>
    /// The mean of <c>e² / 2</c> where the error <c>e = |t - y|</c> is at most <paramref name="delta"/>, of <c>delta · e - delta² / 2</c> beyond.
    /// </summary>
    /// <remarks>Keras's <c>Huber</c>; Huber, Robust Estimation of a Location Parameter, 1964. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    /// <param name="delta">Where the parabola goes over into a line, in the unit of the output; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not above 0.</exception>
    public static Loss Huber(double delta = 1)
    {
        if (!(delta > 0)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "The parabola must reach beyond 0.");
        return new HuberLoss(delta);
    }

    /// <summary><c>Σ t log(t / p)</c> over the classes: how much the distribution p differs from the target t.</summary>
    /// <remarks>
    /// Keras's <c>KLDivergence</c>. Outputs and targets have one shape, <c>N ... C</c>, and are clipped from 1e-7 to 1; targets lie from 0 to 1.
    /// </remarks>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Loss KLDivergence(int axis = -1) => new KLDivergenceLoss(axis);

    /// <summary>
    /// The cosine of the angle between output and target, negated: -1 where they point the same way, 1 where they are opposed, 0 where one of them is 0.
    /// </summary>
    /// <remarks>
    /// Keras's <c>CosineSimilarity</c>. Outputs and targets have one shape, <c>N ... C</c>; vectors are divided by their length, by 1e-7 where that is less.
    /// </remarks>
    /// <param name="axis">The axis of the vectors; negative from the end.</param>
    public static Loss CosineSimilarity(int axis = -1) => new CosineSimilarityLoss(axis);

    /// <summary>The mean of <c>max(1 - t y, 0)</c> over the places of an example.</summary>
    /// <remarks>
    /// Keras's <c>Hinge</c>. Outputs and targets have one shape, <c>N ...</c>. Targets are -1 and 1; in a batch of nothing but 0 and 1, 0 is taken for -1.
    /// </remarks>
    public static Loss Hinge() => new HingeLoss();

    /// <summary>The mean of <c>max(1 - t y, 0)²</c> over the places of an example.</summary>
    /// <remarks>
    /// Keras's <c>SquaredHinge</c>. Outputs and targets have one shape, <c>N ...</c>. Targets are -1 and 1; in a batch of nothing but 0 and 1, 0 is taken for
    /// -1.
    /// </remarks>
    public static Loss SquaredHinge() => new SquaredHingeLoss();
}
