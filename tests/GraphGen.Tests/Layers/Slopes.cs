namespace GraphGen.Tests.Layers;

/// <summary>A derivative against differences of its function.</summary>
internal static class Slopes
{
    /// <summary>
    /// Asserts that a derivative lies between the differences to the left and to the right. Where the function is smooth they are the same but for rounding; where it has
    /// a kink (of ReLU, or a maximum) within the step, either side is right, and the mean of both would not be.
    /// </summary>
    /// <param name="derivative">By the gradient.</param>
    /// <param name="at">The function, by the distance from where the derivative was taken.</param>
    /// <param name="what">What a failure names.</param>
    /// <param name="step">How far to the left and right.</param>
    public static void AssertIs(double derivative, Func<double, double> at, string what, double step = 1e-6)
    {
        double here = at(0);
        double left = (here - at(-step)) / step;
        double right = (at(step) - here) / step;
        double tolerance = 1e-6 * (1 + Math.Abs(right));
        Assert.True(
            derivative >= Math.Min(left, right) - tolerance && derivative <= Math.Max(left, right) + tolerance,
            $"{what}: the gradient is {derivative}, the function rises by {left} to the left and {right} to the right.");
    }
}
