using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>The helpers that a model calls, each by its number in the order in which they were found.</summary>
internal sealed class HelperList(INamedTypeSymbol model)
{
    private readonly Dictionary<IMethodSymbol, int> _numbers = new(SymbolEqualityComparer.Default);
    private readonly List<CalledHelper> _helpers = [];

    public int Count => _helpers.Count;

    public CalledHelper this[int helper] => _helpers[helper];

    /// <summary>Whether the source of the method is part of the model's project.</summary>
    public bool IsOfProject(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension &&
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.ContainingAssembly) && !method.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>What keeps a method of the project from being a helper, as advice; null where nothing does.</summary>
    public static string? FaultOf(IMethodSymbol method) => method switch
    {
        { IsStatic: false, MethodKind: not MethodKind.LocalFunction } => $"make '{method.Name}' static, for there is no object at build time",
        { IsGenericMethod: true } or { ContainingType.IsGenericType: true } => $"write '{method.Name}' without type parameters",
        { IsAsync: true } => $"write '{method.Name}' without 'async'",
        { IsExtern: true } or { IsAbstract: true } => $"give '{method.Name}' a body",
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => $"let '{method.Name}' return a value, without 'ref'",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out) is { } parameter =>
            $"let '{method.Name}' return what it gives to '{parameter.Name}', in a tuple",
        _ => null,
    };

    /// <param name="method">A method without a fault.</param>
    /// <param name="calls">The calls that led to it, innermost first.</param>
    public int Add(IMethodSymbol method, IEnumerable<Site> calls)
    {
        IMethodSymbol definition = method.PartialImplementationPart ?? method;
        if (!_numbers.TryGetValue(definition, out int number))
        {
            _numbers.Add(definition, number = _helpers.Count);
            _helpers.Add(new CalledHelper(definition, calls.ToEquatableArray()));
        }

        return number;
    }
}

/// <summary>A method that a model calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Calls">The first calls that led to it, innermost first.</param>
internal sealed record CalledHelper(IMethodSymbol Method, EquatableArray<Site> Calls);
