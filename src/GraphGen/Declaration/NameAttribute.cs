namespace GraphGen;

/// <summary>Gives a layer another key in the state dict than its field's name, so that a rename keeps old weights readable.</summary>
/// <param name="key">The key, without dots (GG1007 where two layers would have the same).</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
public sealed class NameAttribute(string key) : Attribute
{
    /// <summary>The key in the state dict.</summary>
    public string Key { get; } = key;
}
