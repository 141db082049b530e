using GraphGen.Compiler.Declarations;

namespace GraphGen.Generator.Emission;

/// <summary>The names of the properties by which layers are read.</summary>
internal static class LayerProperties
{
    /// <summary>
    /// The names that they may not have: those of other members, and those that the declaration itself needs. In <c>Dense(1, Sigmoid)</c> a property
    /// <c>Sigmoid</c> would be found in place of the activation; <c>Dense(1)</c> is called, which a layer cannot be, so that a property <c>Dense</c> does no harm.
    /// </summary>
    public static HashSet<string> TakenNames(Declaration declaration) =>
    [
        .. declaration.MemberNames,
        .. Compiler.Linking.TakenNames.All(declaration),
        .. TrainingMembers.Names(declaration),
        .. declaration.Layers.Where(layer => layer.Arguments.Count == 0).Select(layer => layer.Kind),
        ModelShell.PlainName(declaration.Type),
    ];
}
