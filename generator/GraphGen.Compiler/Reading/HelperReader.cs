using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads the methods that a model calls.</summary>
internal sealed class HelperReader(ExpressionReader expressions, Func<SyntaxTree, SemanticModel> semantics, List<Problem> problems, CancellationToken cancellation)
{
    /// <summary>Whether one of them is half-typed, so that what it will do is not known.</summary>
    public bool AnyHalfTyped { get; private set; }

    public HelperDeclaration Read(CalledHelper helper)
    {
        SyntaxNode syntax = helper.Method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        AnyHalfTyped |= syntax.ContainsDiagnostics;
        Site site = expressions.Mark(helper.Method.Locations[0]);
        expressions.Context = new ReadingContext(helper.Method.ContainingType, helper.Method, helper.Calls);
        EquatableArray<Instruction> body = ReadBody(helper, syntax, site).ToEquatableArray();
        return new HelperDeclaration(helper.Method.Name, expressions.Context.Variables.Names, body, site);
    }

    private IEnumerable<Instruction> ReadBody(CalledHelper helper, SyntaxNode syntax, Site site)
    {
        if (Nesting.IsTooDeep(syntax))
        {
            problems.Add(new Problem(Rules.OutsideLanguage, site, "a helper nested this deeply", "give its inner parts helpers of their own").WithRelated(helper.Calls));
            return [];
        }

        SemanticModel model = semantics(syntax.SyntaxTree);
        if (model.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol declared) return [];
        foreach (IParameterSymbol parameter in declared.Parameters) expressions.Context.Variables.Declare(parameter);
        IBlockOperation? body = model.GetOperation(syntax, cancellation) switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            _ => null,
        };
        return body is null ? [] : new BodyReader(expressions).Read(body, declared.ReturnsVoid);
    }
}
