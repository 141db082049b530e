using System.Diagnostics.CodeAnalysis;

namespace GraphGen;

// Values start at 1: the literal 0 converts to any enum, and Input(0) must not silently mean an element type.

/// <summary>The element type of a tensor, by the names of TorchSharp's <c>ScalarType</c>.</summary>
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

    /// <summary>IEEE 754 half precision.</summary>
    Float16,

    /// <summary>The floating type that the model is constructed with: IEEE 754 single precision unless its <c>dtype</c> argument says otherwise.</summary>
    Float32,

    /// <summary>IEEE 754 double precision.</summary>
    Float64,

    /// <summary>Complex numbers of two single-precision parts.</summary>
    ComplexFloat32,

    /// <summary>Complex numbers of two double-precision parts.</summary>
    ComplexFloat64,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>16 bits with the exponent range of single precision.</summary>
    BFloat16,
}
