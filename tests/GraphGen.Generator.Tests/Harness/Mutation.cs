using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>Small damage to a source, as typing, cutting and pasting do it.</summary>
internal static class Mutation
{
    /// <summary>The source with some of its tokens deleted, doubled or swapped.</summary>
    /// <param name="source">C#.</param>
    /// <param name="random">The source of chance.</param>
    public static string Of(string source, Random random)
    {
        List<string> tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        int changes = 1 + random.Next(3);
        for (int i = 0; i < changes && tokens.Count > 1; i++)
        {
            int at = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(random.Next(4) == 0 ? random.Next(tokens.Count) : at, tokens[at]);
                    break;
                default:
                    int other = random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
