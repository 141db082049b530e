namespace GraphGen;

/// <summary>Gives the layer of a field another key in the state dict than the field's name, so that a renamed field still reads its old weights.</summary>
/// <param name="key">The key: <c>[Name("conv_1")]</c> makes <c>conv_1.weight</c>. Two layers of the same key are refused (GG1007).</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
public sealed class NameAttribute(string key) : Attribute
{
    /// <summary>The key in the state dict.</summary>
    public string Key { get; } = key;
}
