namespace GraphGen;

/// <summary>A dimension: the size of one axis, as a number or an expression.</summary>
public readonly struct Dim
{
    /// <summary>A fixed size.</summary>
    public static implicit operator Dim(int size) => default;

    /// <summary>The sum.</summary>
    public static Dim operator +(Dim left, Dim right) => default;

    /// <summary>The difference.</summary>
    public static Dim operator -(Dim left, Dim right) => default;

    /// <summary>The product.</summary>
    public static Dim operator *(Dim left, Dim right) => default;

    /// <summary>The quotient, rounded towards minus infinity.</summary>
    public static Dim operator /(Dim left, Dim right) => default;

    /// <summary>The remainder of that division.</summary>
    public static Dim operator %(Dim left, Dim right) => default;
}
