namespace GraphGen.Compiler.Declarations;

/// <summary>C#'s numbers, which decide where a result overflows and how it is rounded.</summary>
internal enum NumberType
{
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
}
