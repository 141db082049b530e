using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>The variables of the body that is being read, by numbers.</summary>
internal sealed class Variables
{
    private readonly Dictionary<ISymbol, int> _numbers = new(SymbolEqualityComparer.Default);
    private readonly List<string> _names = [];

    public EquatableArray<string> Names => _names.ToEquatableArray();

    public int Declare(ISymbol variable)
    {
        if (!_numbers.TryGetValue(variable, out int number)) _numbers.Add(variable, number = Add(variable.Name));
        return number;
    }

    /// <summary>A variable that the user does not see.</summary>
    public int DeclareUnnamed() => Add("");

    /// <summary>The number of a variable of this body; null for one of the method around a local function.</summary>
    public int? Find(ISymbol variable) => _numbers.TryGetValue(variable, out int number) ? number : null;

    private int Add(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }
}
