namespace GraphGen.Training;

/// <summary>Quotients as Keras takes them.</summary>
internal static class Ratio
{
    /// <summary>The quotient, and 0 where there is nothing to divide by.</summary>
    /// <param name="part">What is divided.</param>
    /// <param name="whole">By what.</param>
    public static double OrZero(double part, double whole) => whole == 0 ? 0 : part / whole;
}
