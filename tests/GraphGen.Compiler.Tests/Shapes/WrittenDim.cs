using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Tests;

/// <summary>What the text of a dimension says, read as C# reads it, but with division rounded down.</summary>
internal static class WrittenDim
{
    /// <summary>The value; null where something is divided by 0.</summary>
    public static BigInteger? Evaluate(string text, Point point)
    {
        ExpressionSyntax syntax = SyntaxFactory.ParseExpression(text);
        Assert.False(syntax.ContainsDiagnostics, text);
        return Evaluate(syntax, point);
    }

    private static BigInteger? Evaluate(ExpressionSyntax syntax, Point point) => syntax switch
    {
        ParenthesizedExpressionSyntax parenthesized => Evaluate(parenthesized.Expression, point),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negation => -Evaluate(negation.Operand, point),
        LiteralExpressionSyntax literal => BigInteger.Parse(literal.Token.Text, CultureInfo.InvariantCulture),
        IdentifierNameSyntax name => point[point.Symbols.First(symbol => symbol.Name == name.Identifier.Text)],
        BinaryExpressionSyntax binary => Evaluate(binary, point),
        _ => throw new ArgumentException($"'{syntax}' is not arithmetic."),
    };

    private static BigInteger? Evaluate(BinaryExpressionSyntax binary, Point point)
    {
        if (Evaluate(binary.Left, point) is not { } left || Evaluate(binary.Right, point) is not { } right) return null;
        return binary.Kind() switch
        {
            SyntaxKind.AddExpression => left + right,
            SyntaxKind.SubtractExpression => left - right,
            SyntaxKind.MultiplyExpression => left * right,
            SyntaxKind.DivideExpression => right == 0 ? null : Expression.Floor(left, right),
            _ => throw new ArgumentException($"'{binary}' has another operator than + - * /."),
        };
    }
}
