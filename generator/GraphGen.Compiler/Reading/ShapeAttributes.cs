using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads <c>[Shape("...")]</c> of the classes and methods that a model applies.</summary>
internal static class ShapeAttributes
{
    private const string Attempt = "a signature such as '[Shape(\"N C H W -> N C H/2 W/2\")]'";

    /// <summary>The attribute of a method, or that of a class or the nearest class that it derives from.</summary>
    public static AttributeData? Find(ISymbol symbol)
    {
        AttributeData? found = FindOwn(symbol);
        for (INamedTypeSymbol? type = (symbol as INamedTypeSymbol)?.BaseType; found is null && type is not null; type = type.BaseType) found = FindOwn(type);
        return found;
    }

    public static AttributeData? FindOwn(ISymbol symbol) => LanguageSymbols.Find(symbol, "ShapeAttribute");

    /// <summary>The signature; null for null, and where C# has refused the argument.</summary>
    public static string? TextOf(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }] ? text : null;

    /// <summary>Where the signature stands; null where it is not in the compilation's own source.</summary>
    public static Location? LocationOf(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference is not { } reference || !compilation.ContainsSyntaxTree(reference.SyntaxTree)) return null;
        SyntaxNode syntax = reference.GetSyntax(cancellation);
        return ((syntax as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault() ?? syntax).GetLocation();
    }

    /// <summary>What is wrong with the signature of a class or method, whatever it will be applied to; null where nothing is.</summary>
    /// <param name="owner">The class or method that the attribute stands on.</param>
    /// <param name="signature">Its text; null is as wrong as an empty one.</param>
    /// <returns>The arguments of the rule's message.</returns>
    public static string[]? FaultOf(ISymbol owner, string? signature)
    {
        int? inputs = owner is IMethodSymbol method ? method.Parameters.Length : TorchSymbols.InputsOf((INamedTypeSymbol)owner);
        IEnumerable<IMethodSymbol> constructors = owner is INamedTypeSymbol type ? type.InstanceConstructors : [];
        return FaultOf(owner, signature, inputs, constructors.SelectMany(constructor => constructor.Parameters).Where(IsSize).Select(parameter => parameter.Name));
    }

    /// <inheritdoc cref="FaultOf(ISymbol, string?)"/>
    /// <param name="owner">The class or method that the attribute stands on.</param>
    /// <param name="signature">Its text; null is as wrong as an empty one.</param>
    /// <param name="inputs">The number of tensors that it takes; null where that is not known.</param>
    /// <param name="sizes">The names of the sizes that the constructor is given.</param>
    public static string[]? FaultOf(ISymbol owner, string? signature, int? inputs, IEnumerable<string> sizes)
    {
        ParsedSignature parsed = ShapeSignature.Parse(signature ?? "");
        string? fault = parsed switch
        {
            { Error: { } error } => $"{error.Message} (at character {error.Position + 1})",
            { Signature.Outputs.Count: > 1 and var count } => $"it has {count} results, and a layer has one",
            { Signature.Inputs.Count: var count } when inputs is not null && count != inputs => $"it has {Count(count)}, and '{owner.Name}' takes {inputs}",
            _ => SignatureMatch.FaultOf(parsed.Signature!, sizes.Distinct()),
        };
        return fault is null ? null : [$"The [Shape] of '{owner.Name}' is \"{signature}\"", fault, "", Attempt];
    }

    /// <summary>Whether an argument for the parameter is a size that a signature can name.</summary>
    public static bool IsSize(IParameterSymbol parameter) => parameter.Type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Int64 and not SpecialType.System_UInt64;

    private static string Count(int inputs) => inputs == 1 ? "1 input" : $"{inputs} inputs";
}
