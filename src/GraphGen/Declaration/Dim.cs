namespace GraphGen;

/// <summary>
/// The size of one axis, in elements: a number that is known at build time, a dimension that varies from call to call (<see cref="Dynamic"/>), a parameter of the
/// model (<see cref="Parameter"/>), or an expression over such.
/// </summary>
/// <remarks>
/// Where a parameter is a <see cref="Dim"/>, an <c>int</c> will do. A size below 1 is refused (GG1006), unless a layer gives it a meaning. What cannot be decided
/// at build about sizes that are no numbers is checked when the model is constructed or called, and told at build (GG3011).
/// </remarks>
public readonly struct Dim
{
    /// <summary>A dimension that may be another in each call of <c>forward</c>, such as the length of a sequence: the size of an axis of an input.</summary>
    /// <remarks>
    /// It has the name of its field. Wherever it stands it is the same in one call: tensors that disagree are refused by a <see cref="ShapeException"/>. It cannot
    /// fix the size of weights (GG3007), and an input must have it.
    /// </remarks>
    /// <param name="min">The least size, 1 or more (GG1006).</param>
    /// <param name="max">The greatest size, no less than <paramref name="min"/> (GG1006); none by default.</param>
    /// <param name="multipleOf">What divides every size, 1 or more (GG1006).</param>
    /// <returns>The dimension, for a field of this type.</returns>
    public static Dim Dynamic(int min = 1, int? max = null, int multipleOf = 1) => default;

    /// <summary>A dimension that is fixed when the model is constructed: an argument of the generated constructor, of the name of its field.</summary>
    /// <remarks>The constructor refuses other values than the ones declared by an <see cref="ArgumentOutOfRangeException"/>.</remarks>
    /// <param name="defaultValue">The size where the constructor is not given one, within the range (GG1006); none by default: then it must be given.</param>
    /// <param name="min">The least size, 1 or more (GG1006).</param>
    /// <param name="max">The greatest size, no less than <paramref name="min"/> (GG1006); none by default.</param>
    /// <param name="multipleOf">What divides every size, 1 or more (GG1006).</param>
    /// <returns>The dimension, for a field of this type.</returns>
    public static Dim Parameter(int? defaultValue = null, int min = 1, int? max = null, int multipleOf = 1) => default;

    /// <summary>A fixed size.</summary>
    public static implicit operator Dim(int size) => default;

    /// <summary>The sum of two sizes.</summary>
    public static Dim operator +(Dim left, Dim right) => default;

    /// <summary>The difference of two sizes.</summary>
    public static Dim operator -(Dim left, Dim right) => default;

    /// <summary>The product of two sizes.</summary>
    public static Dim operator *(Dim left, Dim right) => default;

    /// <summary>The quotient of two sizes, rounded towards minus infinity.</summary>
    public static Dim operator /(Dim left, Dim right) => default;

    /// <summary>What remains of that division: <c>a % b</c> is <c>a - b * (a / b)</c>.</summary>
    public static Dim operator %(Dim left, Dim right) => default;
}
