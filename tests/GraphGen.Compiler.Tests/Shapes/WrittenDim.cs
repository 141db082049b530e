using System.Globalization;
using System.Numerics;
using GraphGen.Compiler.Shapes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Tests;

/// <summary>Expressions as text, read as C# reads them.</summary>
internal static class WrittenDim
{
    /// <summary>A multiple of 8 up to 512.</summary>
    private static readonly DimSymbol s_eights = new("E", SymbolKind.Dynamic, 8, 512, 8);

    /// <summary>
    /// The dimension that is written so: <c>N</c> is the batch, <c>E</c> a multiple of 8 up to 512, other capital letters are dynamic, and what begins with a small
    /// one is a parameter.
    /// </summary>
    public static Dim Read(string text) => Parse(text).ToDim();

    /// <summary>The value of what is written, with division rounded down; null where something is divided by 0.</summary>
    public static BigInteger? Evaluate(string text, Point point) => Parse(text).Evaluate(symbol => point[point.Symbols.First(other => other.Name == symbol.Name)]);

    private static Expression Parse(string text)
    {
        ExpressionSyntax syntax = SyntaxFactory.ParseExpression(text);
        Assert.False(syntax.ContainsDiagnostics, text);
        return Parse(syntax);
    }

    private static Expression Parse(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax parenthesized => Parse(parenthesized.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negation => new OperationExpression('-', new NumberExpression(0), Parse(negation.Operand)),
        LiteralExpressionSyntax literal => new NumberExpression(long.Parse(literal.Token.Text, CultureInfo.InvariantCulture)),
        IdentifierNameSyntax name => new SymbolExpression(SymbolOf(name.Identifier.ValueText)),
        BinaryExpressionSyntax binary => new OperationExpression(binary.OperatorToken.Text.Single(), Parse(binary.Left), Parse(binary.Right)),
        _ => throw new ArgumentException($"'{syntax}' is not arithmetic."),
    };

    private static DimSymbol SymbolOf(string name) => name switch
    {
        "N" => Dim.Batch.Symbols.Single(),
        "E" => s_eights,
        _ => new DimSymbol(name, char.IsUpper(name[0]) ? SymbolKind.Dynamic : SymbolKind.Parameter),
    };
}
