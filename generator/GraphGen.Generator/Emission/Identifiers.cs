using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Emission;

/// <summary>C# names for what a model names.</summary>
internal static class Identifiers
{
    /// <summary>The text as a C# string literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary><c>hidden_layer1</c> becomes <c>HiddenLayer1</c>.</summary>
    public static string ToPascalCase(string name)
    {
        string[] words = name.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        string pascal = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return pascal.Length > 0 && SyntaxFacts.IsValidIdentifier(pascal) ? pascal : "Layer" + pascal;
    }

    /// <summary>Takes a name that no other has: the one wanted, else with a suffix.</summary>
    public static string Take(HashSet<string> taken, string wanted, string suffix)
    {
        string name = wanted;
        for (int i = 1; !taken.Add(name); i++) name = wanted + suffix + (i == 1 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return name;
    }
}
