namespace GraphGen.Training;

/// <summary>The metrics of Keras, by its names, defaults and formulas.</summary>
/// <remarks>
/// <para>
/// Outputs may have any shape from <c>N</c> on. An example counts as much as its weight, in means by the mean over its places (as <c>T</c> of a sequence or
/// <c>H W</c> of a picture).
/// </para>
/// <para>Classes lie along the last axis, as Keras has them, unless <c>axis</c> says otherwise: for pictures <c>N C H W</c> it is 1.</para>
/// <para>
/// Sums are kept on the device in <c>Float64</c> (<c>Float32</c> on Apple's graphics processors), so that the split into batches does not matter, and are read
/// by the result only.
/// </para>
/// </remarks>
public static class Metrics
{
    /// <summary>
    /// The share of right answers: <see cref="BinaryAccuracy"/>, <see cref="CategoricalAccuracy"/> or <see cref="SparseCategoricalAccuracy"/>, chosen as
    /// Keras's <c>"accuracy"</c> is.
    /// </summary>
    /// <remarks>
    /// Outputs without classes, <c>N</c> or <c>N ... 1</c>, are binary, with the threshold 0.5. Otherwise targets of the output's shape are one-hot, and others
    /// indices of classes. Several labels that do not exclude each other (<c>N C</c>, a sigmoid each) must be told by <see cref="BinaryAccuracy"/>.
    /// </remarks>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Metric Accuracy(int axis = -1) => new AccuracyMetric(axis);

    /// <summary>The share of outputs that are above the threshold where the target is 1, and not above it where it is 0.</summary>
    /// <remarks>Keras's <c>BinaryAccuracy</c>. Outputs and targets have one shape, <c>N ...</c>; targets are 0 or 1, of any real type.</remarks>
    /// <param name="threshold">What an output must exceed: 0.5 for probabilities, 0 for logits.</param>
    public static Metric BinaryAccuracy(double threshold = 0.5) => new BinaryAccuracyMetric(threshold);

    /// <summary>The share of places where the greatest output is that of the greatest target.</summary>
    /// <remarks>Keras's <c>CategoricalAccuracy</c>. Outputs, probabilities or logits, and targets, one-hot or soft, have one shape, <c>N ... C</c>.</remarks>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Metric CategoricalAccuracy(int axis = -1) => new CategoricalAccuracyMetric(axis);

    /// <summary>The share of places where the greatest output is that of the class that is the target.</summary>
    /// <remarks>
    /// Keras's <c>SparseCategoricalAccuracy</c>. Targets are of an integer type, from 0 to C - 1, in the shape of the outputs <c>N ... C</c> without the
    /// classes.
    /// </remarks>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Metric SparseCategoricalAccuracy(int axis = -1) => new SparseCategoricalAccuracyMetric(axis);

    /// <summary>The share of places where fewer than <paramref name="k"/> outputs exceed that of the greatest target.</summary>
    /// <remarks>Keras's <c>TopKCategoricalAccuracy</c>. Shapes are those of <see cref="CategoricalAccuracy"/>.</remarks>
    /// <param name="k">How many classes there are to choose, from 1 to their number.</param>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static Metric TopKCategoricalAccuracy(int k = 5, int axis = -1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new TopKCategoricalAccuracyMetric(k, axis);
    }

    /// <summary>The share of places where fewer than <paramref name="k"/> outputs exceed that of the class that is the target.</summary>
    /// <remarks>Keras's <c>SparseTopKCategoricalAccuracy</c>. Shapes are those of <see cref="SparseCategoricalAccuracy"/>.</remarks>
    /// <param name="k">How many classes there are to choose, from 1 to their number.</param>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static Metric SparseTopKCategoricalAccuracy(int k = 5, int axis = -1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new SparseTopKCategoricalAccuracyMetric(k, axis);
    }

    /// <summary>
    /// The area below the receiver operating characteristic: how probably a positive example has a greater output than a negative one, equal ones counted half.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Keras's <c>AUC</c> approximates it by 200 thresholds between 0 and 1; this one is exact, by ranks, and takes logits too. NaN where there are no positive
    /// or no negative targets.
    /// </para>
    /// <para>
    /// It keeps 24 bytes an output, on the device, until it is reset. Outputs and targets have one shape, <c>N ...</c>; targets are 0 or 1. All outputs of all
    /// examples count together.
    /// </para>
    /// </remarks>
    public static Metric AUC() => new AUCMetric();

    /// <summary>The share of outputs above the threshold whose target is 1; 0 where none is above.</summary>
    /// <remarks>
    /// Keras's <c>Precision</c>. Outputs and targets have one shape, <c>N ...</c>; targets are 0 or 1. All outputs of all examples count together.
    /// </remarks>
    /// <param name="threshold">What an output must exceed: 0.5 for probabilities, 0 for logits.</param>
    public static Metric Precision(double threshold = 0.5) => new PrecisionMetric(threshold);

    /// <summary>The share of targets 1 whose output is above the threshold; 0 where no target is 1.</summary>
    /// <remarks>
    /// Keras's <c>Recall</c>. Outputs and targets have one shape, <c>N ...</c>; targets are 0 or 1. All outputs of all examples count together.
    /// </remarks>
    /// <param name="threshold">What an output must exceed: 0.5 for probabilities, 0 for logits.</param>
    public static Metric Recall(double threshold = 0.5) => new RecallMetric(threshold);

    /// <summary><c>2 P R / (P + R)</c> with the precision P and the recall R of each class; 0 for a class that is neither found nor a target.</summary>
    /// <remarks>
    /// Keras's <c>F1Score</c>, which averages nothing unless told to. Outputs and targets have one shape, <c>N ... C</c>, or with a threshold also <c>N</c>;
    /// targets are 0 or 1.
    /// </remarks>
    /// <param name="average">How scores of classes become one number.</param>
    /// <param name="threshold">What an output must exceed to be found; where it is null, the class of the greatest output is found.</param>
    /// <param name="axis">The axis of the classes; negative from the end.</param>
    public static Metric F1Score(F1Average average = F1Average.Macro, double? threshold = null, int axis = -1) => new F1ScoreMetric(average, threshold, axis);

    /// <summary>The mean of <c>|t - y|</c>.</summary>
    /// <remarks>Keras's <c>MeanAbsoluteError</c>. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    public static Metric MeanAbsoluteError() => new MeanLossMetric(new MeanAbsoluteErrorLoss());

    /// <summary>The mean of <c>(t - y)²</c>.</summary>
    /// <remarks>Keras's <c>MeanSquaredError</c>. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    public static Metric MeanSquaredError() => new MeanLossMetric(new MeanSquaredErrorLoss());

    /// <summary>The root of <see cref="MeanSquaredError"/>.</summary>
    /// <remarks>Keras's <c>RootMeanSquaredError</c>. Outputs and targets have one shape, <c>N ...</c>.</remarks>
    public static Metric RootMeanSquaredError() => new RootMeanSquaredErrorMetric();

    /// <summary><c>1 - Σ (t - y)² / Σ (t - mean t)²</c>: 1 where all is right, 0 for the mean of the targets, negative where it is worse.</summary>
    /// <remarks>
    /// Keras's <c>R2Score</c>, uniformly averaged over the numbers along the axis. Outputs and targets have one shape, <c>N ...</c>. Where all targets are
    /// equal it is 1 if all outputs are right and 0 otherwise, as in scikit-learn.
    /// </remarks>
    /// <param name="axis">
    /// The axis of numbers that are scored each for itself; negative from the end. All others, and the batch, are gathered over. Outputs <c>N</c> have none.
    /// </param>
    public static Metric R2Score(int axis = -1) => new R2ScoreMetric(axis);
}
