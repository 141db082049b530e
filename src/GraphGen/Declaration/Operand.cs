namespace GraphGen;

// Node and Output convert to each other, so that operators declared on each would be ambiguous where the two meet. Their common base declares each once.

/// <summary>What <see cref="Node"/> and <see cref="Output"/> have in common: both can be computed with and sliced, each with the other.</summary>
/// <remarks>
/// Operators work element by element and broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another
/// number of axes, by which torch would align the batch with another axis. A size that is not known at build does not stretch: it must be the other's, which is
/// checked in <c>forward</c> (GG3011). Numbers apply to every element. Element types are promoted as in torch:
/// <c>Int64</c> and <c>Float32</c> give <c>Float32</c>; beside <c>Int64</c> the number 1 keeps it, and 1.0 gives <c>Float32</c>.
/// </remarks>
public abstract class Operand
{
    private protected Operand()
    {
    }

    /// <summary>A part of a tensor: <c>x[.., 1..3]</c> keeps two elements of axis 1, <c>x[.., ^1]</c> takes the last one and removes the axis.</summary>
    /// <param name="slices">
    /// One for each axis from the batch on. The first must be <c>..</c>, since the size of the batch is not known; axes behind the last slice stay whole. A
    /// slice beyond its axis is refused (GG3004), and so is one for an axis that is not there (GG3009). Where the size of the axis is not known at build, as in
    /// <c>x[.., 1..^1]</c> along a <see cref="Dim.Dynamic"/>, that it has these elements is checked in <c>forward</c> (GG3011).
    /// </param>
    /// <returns><c>N T F</c> becomes <c>N 2 F</c> by <c>[.., 1..3]</c> and <c>N F</c> by <c>[.., ^1]</c>, of the same element type.</returns>
    public Node this[params Slice[] slices] => Inert.Node;

    /// <summary>One of the outputs of a nested model that has several, as in <c>encoder(a)["code"]</c>.</summary>
    /// <param name="output">The name of the output's field in the nested model. A name that is not there is refused (GG2007).</param>
    /// <returns>The output, in its own shape and element type.</returns>
    public Node this[string output] => Inert.Node;

    /// <summary>The sum of two tensors.</summary>
    /// <returns>The common shape of both operands.</returns>
    public static Node operator +(Operand? left, Operand? right) => Inert.Node;

    /// <summary>The sum of each element and a number.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator +(Operand? left, double right) => Inert.Node;

    /// <summary>The sum of a number and each element.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator +(double left, Operand? right) => Inert.Node;

    /// <summary>The difference of two tensors; <c>Bool</c> is refused (GG3008).</summary>
    /// <returns>The common shape of both operands.</returns>
    public static Node operator -(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Each element less a number; <c>Bool</c> is refused (GG3008).</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator -(Operand? left, double right) => Inert.Node;

    /// <summary>A number less each element; <c>Bool</c> is refused (GG3008).</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator -(double left, Operand? right) => Inert.Node;

    /// <summary>The product of two tensors, element by element.</summary>
    /// <returns>The common shape of both operands.</returns>
    public static Node operator *(Operand? left, Operand? right) => Inert.Node;

    /// <summary>The product of each element and a number.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator *(Operand? left, double right) => Inert.Node;

    /// <summary>The product of a number and each element.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator *(double left, Operand? right) => Inert.Node;

    /// <summary>The quotient of two tensors, element by element; integers give <c>Float32</c>.</summary>
    /// <returns>The common shape of both operands.</returns>
    public static Node operator /(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Each element divided by a number; integers give <c>Float32</c>.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator /(Operand? left, double right) => Inert.Node;

    /// <summary>A number divided by each element; integers give <c>Float32</c>.</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator /(double left, Operand? right) => Inert.Node;

    /// <summary>Each element with its sign changed; <c>Bool</c> is refused (GG3008).</summary>
    /// <returns>The shape of the tensor.</returns>
    public static Node operator -(Operand? operand) => Inert.Node;

    /// <summary>Whether the elements of one tensor are larger than those of another; complex numbers are refused (GG3008).</summary>
    /// <returns>The common shape of both operands, of <c>Bool</c>.</returns>
    public static Node operator >(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Whether each element is larger than a number; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator >(Operand? left, double right) => Inert.Node;

    /// <summary>Whether a number is larger than each element; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator >(double left, Operand? right) => Inert.Node;

    /// <summary>Whether the elements of one tensor are less than those of another; complex numbers are refused (GG3008).</summary>
    /// <returns>The common shape of both operands, of <c>Bool</c>.</returns>
    public static Node operator <(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Whether each element is less than a number; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator <(Operand? left, double right) => Inert.Node;

    /// <summary>Whether a number is less than each element; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator <(double left, Operand? right) => Inert.Node;

    /// <summary>Whether the elements of one tensor are no less than those of another; complex numbers are refused (GG3008).</summary>
    /// <returns>The common shape of both operands, of <c>Bool</c>.</returns>
    public static Node operator >=(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Whether each element is no less than a number; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator >=(Operand? left, double right) => Inert.Node;

    /// <summary>Whether a number is no less than each element; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator >=(double left, Operand? right) => Inert.Node;

    /// <summary>Whether the elements of one tensor are no larger than those of another; complex numbers are refused (GG3008).</summary>
    /// <returns>The common shape of both operands, of <c>Bool</c>.</returns>
    public static Node operator <=(Operand? left, Operand? right) => Inert.Node;

    /// <summary>Whether each element is no larger than a number; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator <=(Operand? left, double right) => Inert.Node;

    /// <summary>Whether a number is no larger than each element; complex numbers are refused (GG3008).</summary>
    /// <returns>The shape of the tensor, of <c>Bool</c>.</returns>
    public static Node operator <=(double left, Operand? right) => Inert.Node;
}
