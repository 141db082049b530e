using GraphGen.Compiler;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Linking;

namespace GraphGen.Generator;

/// <summary>A model with all those that it nests, directly or not: what its generated half depends on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Nested">The others, in the order of their names.</param>
internal sealed record Nest(Declaration Model, EquatableArray<Declaration> Nested)
{
    public ModelLibrary ToLibrary()
    {
        var byName = Nested.Append(Model).ToDictionary(declaration => declaration.Type.MetadataName, StringComparer.Ordinal);
        return new ModelLibrary(name => byName.TryGetValue(name, out Declaration? found) ? found : null);
    }
}
