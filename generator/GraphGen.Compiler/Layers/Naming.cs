using System.Text.RegularExpressions;

namespace GraphGen.Compiler.Layers;

/// <summary>The kinds' names in snake_case, for derived names.</summary>
internal static class Naming
{
    /// <summary><c>MaxPooling2D</c> becomes <c>max_pooling2d</c>, <c>LSTM</c> <c>lstm</c>, and <c>LeakyReLU</c> <c>leaky_relu</c>.</summary>
    public static string ToSnakeCase(string name)
    {
        string words = name.Replace("ReLU", "Relu").Replace("PRelu", "Prelu").Replace("SiLU", "Silu");
        words = Regex.Replace(words, "([a-z])([A-Z])", "$1_$2");
        return Regex.Replace(words, "([A-Z])([A-Z][a-z])", "$1_$2").ToLowerInvariant();
    }
}
