using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>Where the expressions that are being read stand.</summary>
/// <param name="Type">The class whose static fields are values here, beside those of the model.</param>
/// <param name="Method">The helper; null for a field.</param>
/// <param name="Calls">The calls that led here from a field of the model, innermost first.</param>
internal sealed record ReadingContext(INamedTypeSymbol Type, IMethodSymbol? Method, EquatableArray<Site> Calls)
{
    public Variables Variables { get; } = new();
}
