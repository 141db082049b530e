namespace GraphGen.Compiler.Layers;

/// <summary>An argument that C# takes and the language gives no meaning to, such as the default of a <c>Dim</c> or null for an array.</summary>
internal sealed class UnsuitableArgumentException(string argument) : Exception($"The argument '{argument}' has no value.")
{
    public string Argument { get; } = argument;
}
