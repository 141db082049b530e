using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>
/// Follows the tensors of a generated <c>forward</c>, and of <c>Features</c>, from statement to statement: each that it makes is released once, after its last use,
/// or returned, or kept as a tap; arguments and results are never released; and what is overwritten is a tensor of its own that nothing reads afterwards.
/// </summary>
internal sealed partial class ForwardAudit
{
    /// <summary>What an expression that is one of these calls on a tensor shares its memory with.</summary>
    private static readonly HashSet<string> s_views = ["flatten", "reshape", "view", "permute", "narrow", "select", "alias", "transpose", "squeeze", "unsqueeze", "unflatten", "expand", "ToChannelsLast"];

    private readonly HashSet<string> _alive = [];
    private readonly HashSet<string> _arguments;
    private readonly Dictionary<string, string> _memoryOf = [];
    private readonly HashSet<string> _overwritten = [];

    private ForwardAudit(MethodDeclarationSyntax forward)
    {
        _arguments = [.. forward.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText)];
        foreach (string argument in _arguments) _memoryOf[argument] = argument;
        foreach (StatementSyntax statement in forward.Body!.Statements) Follow(statement);
    }

    /// <summary>Fails where the generated file breaks one of these rules.</summary>
    public static void Assert(CSharpSyntaxTree tree)
    {
        MethodDeclarationSyntax[] methods = [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()];
        _ = new ForwardAudit(methods.Single(method => method.Identifier.ValueText == "forward" && method.Modifiers.Any(SyntaxKind.OverrideKeyword)));
        foreach (MethodDeclarationSyntax features in methods.Where(method => method.Identifier.ValueText == "Features")) _ = new ForwardAudit(features);
    }

    private void Follow(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax record } } variable] }
                when _arguments.Contains(record.Identifier.ValueText):
                _arguments.Add(variable.Identifier.ValueText);
                _memoryOf[variable.Identifier.ValueText] = variable.Identifier.ValueText;
                break;
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] }:
                Make(variable.Identifier.ValueText, value);
                break;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax variables }, Right: var several } }:
                foreach (VariableDesignationSyntax variable in variables.Variables) Make(variable.ToString().TrimStart('@'), several);
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keep" } } keep }:
                HandOut([.. keep.ArgumentList.Arguments.Select(argument => argument.Expression.ToString().TrimStart('@'))]);
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose", Expression: IdentifierNameSyntax { Identifier.ValueText: var store } } } }
                when store.StartsWith("_taps", StringComparison.Ordinal) && !_memoryOf.ContainsKey(store):
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose", Expression: IdentifierNameSyntax name } } }:
                Xunit.Assert.True(_alive.Remove(name.Identifier.ValueText), $"{name} is released, and is not the method's own any more.");
                break;
            case ReturnStatementSyntax { Expression: var result }:
                HandOut(result is TupleExpressionSyntax tuple ? [.. tuple.Arguments.Select(argument => argument.Expression.ToString().TrimStart('@'))] : [result!.ToString().TrimStart('@')]);
                Xunit.Assert.Empty(_alive);
                break;
        }
    }

    private void Make(string name, ExpressionSyntax value)
    {
        foreach (string read in Tensors(value))
        {
            Xunit.Assert.True(_alive.Contains(read) || _arguments.Contains(read), $"{name} reads {read}, which was released.");
            Xunit.Assert.False(_overwritten.Contains(_memoryOf[read]), $"{name} reads {read}, which was overwritten.");
        }

        _memoryOf[name] = name;
        if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } invocation)
        {
            string method = call.Name.Identifier.ValueText;
            bool isInPlace = InPlace().IsMatch(method);
            if (isInPlace && call.Expression is IdentifierNameSyntax { Identifier.ValueText: var overwritten }) Overwrite(overwritten);
            if (isInPlace && call.Expression is InvocationExpressionSyntax inner) AssertFresh(name, inner);
            if (s_views.Contains(method)) _memoryOf[name] = _memoryOf[Tensors(invocation).First()];
        }

        _alive.Add(name);
    }

    /// <summary>The tensor goes over to the result.</summary>
    private void Overwrite(string name)
    {
        Xunit.Assert.True(_alive.Remove(name), $"{name} is overwritten, and is not the method's own.");
        Xunit.Assert.Equal(name, _memoryOf[name]);
        _overwritten.Add(name);
    }

    private static void AssertFresh(string name, InvocationExpressionSyntax made) =>
        Xunit.Assert.False(made.Expression is MemberAccessExpressionSyntax call && s_views.Contains(call.Name.Identifier.ValueText), $"{name} overwrites a view.");

    private void HandOut(string[] results)
    {
        Xunit.Assert.Equal(results.Distinct(), results);
        foreach (string result in results)
        {
            Xunit.Assert.True(_alive.Remove(result), $"{result} is handed out, and is not the method's own.");
            Xunit.Assert.False(_overwritten.Contains(_memoryOf[result]), $"{result} is handed out, and was overwritten.");
        }
    }

    private IEnumerable<string> Tensors(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(name => name.Identifier.ValueText)
        .Where(_memoryOf.ContainsKey);

    [GeneratedRegex("^[a-z0-9_]*[a-z0-9]_$")]
    private static partial Regex InPlace();
}
