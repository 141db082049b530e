using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads <c>Custom&lt;T&gt;(...)</c> and <c>Lambda(...)</c>: code of the user's, which the generated half names and calls.</summary>
internal sealed class OwnCodeReader(ExpressionReader expressions, INamedTypeSymbol model, IInvocationOperation invocation, CancellationToken cancellation)
{
    private const string ModulesAre = "a custom layer is a class that derives from TorchSharp's 'Module<Tensor, Tensor>', with one to six tensors in and one out";

    private Compilation Compilation => invocation.SemanticModel!.Compilation;

    public Expression ReadCustom()
    {
        if (invocation.TargetMethod.TypeArguments is not [{ TypeKind: not TypeKind.Error } type]) return expressions.Unknown(invocation);
        if (FaultOf(type) is var (what, attempt)) return expressions.Refuse(invocation, TypeArgument().GetLocation(), what, attempt);
        var module = (INamedTypeSymbol)type;
        if (new ConstructorReader(expressions, model, invocation, module).Read() is not { } constructor) return expressions.Unknown(invocation);
        int inputs = TorchSymbols.InputsOf(module)!.Value;
        if (!TryReadSignature(module, inputs, constructor.Sizes, out Expression signature)) return expressions.Unknown(invocation);
        return Layer(
            "Custom",
            module.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            inputs,
            signature,
            [new Argument("module", Text(module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))), new Argument("accessibility", Text(Reach.AccessibilityOf(module))), .. constructor.Arguments]);
    }

    public Expression ReadLambda()
    {
        if (invocation.Arguments is not [{ Value: var value }]) return expressions.Unknown(invocation);
        while (value is IConversionOperation { Operand: var operand }) value = operand;
        if (value is not IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } || FaultOf(method) is not null)
        {
            if (ExpressionReader.IsReportedByCSharp(value)) return expressions.Unknown(invocation);
            string what = value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var wrong } } ? $"'{wrong.Name}', {FaultOf(wrong)}" : "a function that is no static method";
            return expressions.Refuse(
                invocation, invocation.Arguments[0].Value.Syntax.GetLocation(), what, "name a static method that the class can call, as in 'Lambda(MyFunctions.Swish)'");
        }

        if (!TryReadSignature(method, method.Parameters.Length, [], out Expression signature)) return expressions.Unknown(invocation);
        string arguments = method.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", method.TypeArguments.Select(type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))}>";
        string function = $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Keywords.Escape(method.Name)}{arguments}";
        return Layer("Lambda", method.Name, method.Parameters.Length, signature, [new Argument("function", Text(function))]);
    }

    private LayerExpression Layer(string kind, string name, int inputs, Expression signature, IEnumerable<Argument> arguments)
    {
        Site site = expressions.Mark(invocation);
        IEnumerable<Argument> common = [new Argument("name", Text(name)), new Argument("inputs", new ConstantExpression(site, (long)inputs)), new Argument("signature", signature)];
        return new LayerExpression(site, kind, common.Concat(arguments).ToEquatableArray());
    }

    private ConstantExpression Text(string text) => new(expressions.Mark(invocation), text);

    /// <summary>
    /// The text of the signature, or null for none; false where it is faulty. In this project that is reported at the attribute, whether or not a model uses it.
    /// </summary>
    private bool TryReadSignature(ISymbol owner, int inputs, IReadOnlyList<string> sizes, out Expression signature)
    {
        AttributeData? attribute = ShapeAttributes.Find(owner);
        string? text = attribute is null ? null : ShapeAttributes.TextOf(attribute);
        signature = new ConstantExpression(expressions.Mark(invocation), text);
        if (attribute is null) return true;
        if (ShapeAttributes.FaultOf(owner, text, inputs, sizes) is not { } fault) return true;
        bool isReported = ShapeAttributes.LocationOf(attribute, Compilation, cancellation) is not null && ShapeAttributes.FaultOf(owner, text) is not null;
        if (!isReported) expressions.Refuse(invocation, Rules.Signature, fault);
        return false;
    }

    private (string What, string Attempt)? FaultOf(ITypeSymbol type)
    {
        string name = $"'Custom<{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>'";
        if (LanguageSymbols.IsModel(type as INamedTypeSymbol)) return (name, $"a model is nested with 'Use<{type.Name}>()'");
        if (TorchSymbols.InputsOf(type) is null) return (name, ModulesAre);
        if (type.IsAbstract) return (name, "the class is abstract, so that no object of it can be made");
        return CanSee(type) ? null : (name, "the generated half of the model, in a file of its own, cannot see that class");
    }

    private string? FaultOf(IMethodSymbol method) =>
        !method.IsStatic || method.MethodKind != MethodKind.Ordinary || method.IsAbstract || method.IsVirtual ? "which is no static method of a class"
        : !CanSee(method) ? "which the generated half of the model, in a file of its own, cannot see"
        : null;

    private bool CanSee(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, model) && !IsLocalToFile(symbol);

    private static bool IsLocalToFile(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => IsLocalToFile(array.ElementType),
        INamedTypeSymbol type => type.IsFileLocal || type.TypeArguments.Any(IsLocalToFile) || (type.ContainingType is { } containing && IsLocalToFile(containing)),
        IMethodSymbol method => method.TypeArguments.Any(IsLocalToFile) || IsLocalToFile(method.ContainingType),
        _ => false,
    };

    private SyntaxNode TypeArgument() => (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        GenericNameSyntax name => name.TypeArgumentList.Arguments[0],
        MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => name.TypeArgumentList.Arguments[0],
        _ => invocation.Syntax,
    };
}
