namespace GraphGen;

public static partial class Layers
{
    /// <summary>Whether the elements of one node are larger than those of another; also <c>a &gt; b</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. Complex numbers are refused (GG3008). There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node Greater(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are larger than a number; also <c>a &gt; 0.5</c>.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). Complex numbers are refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node Greater(Node? a, double number) => Inert.Node;

    /// <summary>Whether the elements of one node are no less than those of another; also <c>a &gt;= b</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. Complex numbers are refused (GG3008). There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node GreaterEqual(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are no less than a number; also <c>a &gt;= 0.5</c>.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). Complex numbers are refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node GreaterEqual(Node? a, double number) => Inert.Node;

    /// <summary>Whether the elements of one node are less than those of another; also <c>a &lt; b</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. Complex numbers are refused (GG3008). There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node Less(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are less than a number; also <c>a &lt; 0.5</c>.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). Complex numbers are refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node Less(Node? a, double number) => Inert.Node;

    /// <summary>Whether the elements of one node are no larger than those of another; also <c>a &lt;= b</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. Complex numbers are refused (GG3008). There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node LessEqual(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are no larger than a number; also <c>a &lt;= 0.5</c>.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). Complex numbers are refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node LessEqual(Node? a, double number) => Inert.Node;

    /// <summary>Whether the elements of one node are equal to those of another.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node Equal(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are equal to a number.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node Equal(Node? a, double number) => Inert.Node;

    /// <summary>Whether the elements of one node are not equal to those of another.</summary>
    /// <remarks>
    /// Shapes are broadcast as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is another number of axes. There is no
    /// gradient.
    /// </remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="b">What it is compared with.</param>
    /// <returns>The common shape of both nodes, of <c>Bool</c>.</returns>
    public static Node NotEqual(Node? a, Node? b) => Inert.Node;

    /// <summary>Whether the elements of a node are not equal to a number.</summary>
    /// <remarks>A whole number that the elements cannot be is refused (GG3008). There is no gradient.</remarks>
    /// <param name="a">What is compared.</param>
    /// <param name="number">What it is compared with.</param>
    /// <returns>The shape of the node, of <c>Bool</c>.</returns>
    public static Node NotEqual(Node? a, double number) => Inert.Node;
}
