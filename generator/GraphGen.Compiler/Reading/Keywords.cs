using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Compiler.Reading;

/// <summary>C#'s keywords as names.</summary>
internal static class Keywords
{
    /// <summary>The name as C# must write it: keywords with an <c>@</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
