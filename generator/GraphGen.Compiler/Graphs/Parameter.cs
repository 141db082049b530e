using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A dimension of a model that is not a number, as it is declared.</summary>
/// <param name="Symbol">Its name, and the values that it takes.</param>
/// <param name="Default">The value of a parameter that the constructor is not given; null where it must be given.</param>
internal sealed record Parameter(DimSymbol Symbol, long? Default);
