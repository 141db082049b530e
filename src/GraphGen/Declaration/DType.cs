using System.Diagnostics.CodeAnalysis;

namespace GraphGen;

// Values start at 1: the literal 0 converts to any enum, and must not silently mean an element type.

/// <summary>The element type of a tensor, by the names of TorchSharp's <c>ScalarType</c>; its quantized types have no place in a graph.</summary>
/// <remarks>
/// "Floating-point types" in the documentation of a layer are <see cref="Float16"/>, <see cref="BFloat16"/>, <see cref="Float32"/> and <see cref="Float64"/>;
/// "real types" are these and the integers.
/// </remarks>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names are those of TorchSharp's ScalarType.")]
public enum DType
{
    /// <summary>Unsigned 8-bit integers.</summary>
    Byte = 1,

    /// <summary>Signed 8-bit integers.</summary>
    Int8,

    /// <summary>Signed 16-bit integers.</summary>
    Int16,

    /// <summary>Signed 32-bit integers.</summary>
    Int32,

    /// <summary>Signed 64-bit integers.</summary>
    Int64,

    /// <summary>IEEE 754 half precision, 16 bits.</summary>
    Float16,

    /// <summary>The floating-point type of the model: that of the constructor's <c>dtype</c> argument, which is IEEE 754 single precision by default.</summary>
    /// <remarks>It is the type of every weight, and of every input that is declared without one. The other types do not follow that argument.</remarks>
    Float32,

    /// <summary>IEEE 754 double precision, 64 bits.</summary>
    Float64,

    /// <summary>Complex numbers of two single-precision parts.</summary>
    ComplexFloat32,

    /// <summary>Complex numbers of two double-precision parts.</summary>
    ComplexFloat64,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>16 bits, with the exponent of single precision and 7 bits of mantissa (bfloat16).</summary>
    BFloat16,
}
