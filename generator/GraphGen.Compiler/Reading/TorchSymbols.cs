using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>Recognizes the types of TorchSharp by their names.</summary>
internal static class TorchSymbols
{
    private const string Torch = "TorchSharp.torch";

    /// <summary>Whether the type is one of the classes <c>Module&lt;...&gt;</c> that have a <c>forward</c>.</summary>
    public static bool IsModule(INamedTypeSymbol type) => type.IsGenericType && IsIn(type, "Module", $"{Torch}.nn");

    public static bool IsTensor(ITypeSymbol? type) => IsIn(type, "Tensor", Torch);

    public static bool IsDevice(ITypeSymbol type) => IsIn(type, "Device", Torch);

    public static bool IsOptionalScalarType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var scalar] } && IsIn(scalar, "ScalarType", Torch);

    /// <summary>The number of tensors from which a module makes one; null for a type that is no such module.</summary>
    public static int? InputsOf(ITypeSymbol type)
    {
        var module = type as INamedTypeSymbol;
        while (module is not null && !IsModule(module)) module = module.BaseType;
        return module is not null && module.TypeArguments.All(IsTensor) ? module.TypeArguments.Length - 1 : null;
    }

    private static bool IsIn(ITypeSymbol? type, string name, string containing) => type?.Name == name && type.ContainingType?.ToDisplayString() == containing;
}
