namespace GraphGen;

/// <summary>The size of one axis, in elements: a number that is known at build time, or an expression over such.</summary>
/// <remarks>
/// Where a parameter is a <see cref="Dim"/>, an <c>int</c> will do. A size below 1 is refused (GG1006), unless a layer gives it a meaning.
/// </remarks>
public readonly struct Dim
{
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
