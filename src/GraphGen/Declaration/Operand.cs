namespace GraphGen;

/// <summary>What <see cref="Node"/> and <see cref="Output"/> have in common: both can be computed with, sliced and indexed, also together.</summary>
/// <remarks>Operators broadcast as torch does: axes are aligned at the last one, and an axis of size 1 stretches (GG3002 where they do not agree).</remarks>
public abstract class Operand
{
    private protected Operand()
    {
    }

    /// <summary>Elements or axes of this node, as in NumPy: <c>x[.., 1..3]</c> keeps an axis, <c>x[.., ^1]</c> removes it.</summary>
    /// <param name="slices">One for each axis from the batch on; the first must be <c>..</c>, and axes that are not named stay whole.</param>
    public Node this[params Slice[] slices] => Inert.Node;

    /// <summary>One of several outputs of a nested model, <c>encoder(a)["code"]</c>.</summary>
    /// <param name="output">The name of the output's field (GG2007 where there is none of that name).</param>
    public Node this[string output] => Inert.Node;

    /// <summary>The elementwise sum.</summary>
    public static Node operator +(Operand? left, Operand? right) => Inert.Node;

    /// <summary>The sum of each element and a number.</summary>
    public static Node operator +(Operand? left, double right) => Inert.Node;

    /// <summary>The sum of a number and each element.</summary>
    public static Node operator +(double left, Operand? right) => Inert.Node;

    /// <summary>The elementwise difference.</summary>
    public static Node operator -(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Each element less a number.</summary>
    public static Node operator -(Operand? left, double right) => Inert.Node;

    /// <summary>A number less each element.</summary>
    public static Node operator -(double left, Operand? right) => Inert.Node;

    /// <summary>The elementwise product.</summary>
    public static Node operator *(Operand? left, Operand? right) => Inert.Node;

    /// <summary>The product of each element and a number.</summary>
    public static Node operator *(Operand? left, double right) => Inert.Node;

    /// <summary>The product of a number and each element.</summary>
    public static Node operator *(double left, Operand? right) => Inert.Node;

    /// <summary>The elementwise quotient.</summary>
    public static Node operator /(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Each element divided by a number.</summary>
    public static Node operator /(Operand? left, double right) => Inert.Node;

    /// <summary>A number divided by each element.</summary>
    public static Node operator /(double left, Operand? right) => Inert.Node;

    /// <summary>Each element with its sign changed.</summary>
    public static Node operator -(Operand? operand) => Inert.Node;
}
