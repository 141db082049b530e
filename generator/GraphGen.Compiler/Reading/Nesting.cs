using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Reading;

/// <summary>How deep an expression or a method is nested.</summary>
internal static class Nesting
{
    /// <summary>
    /// More than any real model has. The compiler asks for its own stack when it compiles deeper ones, but not when it is asked what they mean, and neither does what
    /// comes after reading.
    /// </summary>
    private const int Deepest = 200;

    public static bool IsTooDeep(SyntaxNode syntax)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((syntax, 1));
        while (open.Count > 0)
        {
            (SyntaxNode node, int depth) = open.Pop();
            if (depth > Deepest) return true;
            foreach (SyntaxNode child in node.ChildNodes()) open.Push((child, depth + Weigh(child)));
        }

        return false;
    }

    /// <summary>The compiler's walk over a statement takes about twice the stack of that over an expression.</summary>
    private static int Weigh(SyntaxNode node) => node switch
    {
        StatementSyntax => 2,
        ExpressionSyntax or PatternSyntax => 1,
        _ => 0,
    };
}
