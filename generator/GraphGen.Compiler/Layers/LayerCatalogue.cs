namespace GraphGen.Compiler.Layers;

/// <summary>Every kind of layer by the name that the declaration language gives it.</summary>
internal static class LayerCatalogue
{
    private static readonly Dictionary<string, LayerKind> s_kinds = typeof(LayerKind).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LayerKind)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (LayerKind)Activator.CreateInstance(type))
        .ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static IEnumerable<LayerKind> All => s_kinds.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    public static LayerKind? Find(string name) => s_kinds.TryGetValue(name, out LayerKind? kind) ? kind : null;
}
