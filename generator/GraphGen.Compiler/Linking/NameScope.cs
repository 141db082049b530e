namespace GraphGen.Compiler.Linking;

/// <summary>
/// What a field, a call of a helper or an assignment in one gives its name to: the outermost of what is made for it has that name, and all else that is made on the way has
/// it in front. The name is taken when it is first asked for, since most of what a helper assigns are numbers.
/// </summary>
internal sealed class NameScope
{
    private readonly Names _names;
    private readonly Names _keys;
    private readonly string _suffix = "";
    private (string Name, string Key)? _own;

    /// <summary>The scope of a field.</summary>
    public NameScope(Names names, Names keys, string name, string key)
    {
        (_names, _keys) = (names, keys);
        _own = (name, key);
    }

    /// <summary>The scope of something within another.</summary>
    public NameScope(NameScope outer, string suffix)
    {
        (_names, _keys) = (outer._names, outer._keys);
        (Outer, _suffix) = (outer, suffix);
    }

    public NameScope? Outer { get; }

    /// <summary>The name in summary and plot, and the name in the state dict.</summary>
    public (string Name, string Key) Own => _own ??= Outer!.Take(_suffix);

    /// <summary>A name of its own for something within.</summary>
    public (string Name, string Key) Take(string suffix) => (_names.Take($"{Own.Name}_{suffix}"), _keys.Take($"{Own.Key}_{suffix}"));
}
