namespace GraphGen;

/// <summary>What shape a module or function of your own makes of its inputs: <c>[Shape("N C H W -> N C H/2 W/2")]</c>.</summary>
/// <remarks>
/// <para>
/// Stands on a class that <see cref="Layers.Custom"/> applies, where it holds for derived classes too, or on a static method that <c>Lambda</c> applies. Names stand
/// for sizes of at least 1, and one that is met twice for the same size: <c>N</c> for that of the batch, the name of a parameter of the constructor for its argument,
/// where that is an integer, and any other for that of the input's axis. Expressions have <c>+ - * /</c> and parentheses; <c>/</c> rounds down; blanks separate axes, so
/// that an expression has some only within parentheses. <c>...</c> stands for any number of axes, the same wherever it stands. Inputs are separated by commas.
/// </para>
/// <para>
/// The name of a <see cref="DType"/> behind the axes of an input says that it must be of that element type (GG3008), and behind those of the result, of which type
/// that is. A result without one has the type of the first input without one; where there is no such input, the type of the model.
/// </para>
/// <para>A text that is no signature, or that does not fit what it stands on or is applied to, is refused (GG3010).</para>
/// </remarks>
/// <param name="signature">The axes of each input in the order of the arguments, and behind <c>-></c> those of the result.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class ShapeAttribute(string signature) : Attribute
{
    /// <summary>The signature.</summary>
    public string Signature { get; } = signature;
}
