using System.Collections.Immutable;
using GraphGen.Compiler;
using GraphGen.Compiler.Declarations;

namespace GraphGen.Generator;

/// <summary>The models of a project by name.</summary>
internal sealed class DeclarationIndex
{
    private readonly Dictionary<string, Declaration> _byName = new(StringComparer.Ordinal);

    public DeclarationIndex(ImmutableArray<Declaration> declarations)
    {
        foreach (Declaration declaration in declarations) _byName[declaration.Type.MetadataName] = declaration;
    }

    /// <summary>The models that a model nests, directly or not, in the order of their names.</summary>
    public EquatableArray<Declaration> NestedIn(Declaration model)
    {
        var found = new SortedDictionary<string, Declaration>(StringComparer.Ordinal);
        var open = new Stack<Declaration>([model]);
        while (open.Count > 0)
        {
            foreach (ModelExpression nested in open.Pop().Models)
            {
                string name = nested.Model.MetadataName;
                if (name == model.Type.MetadataName || found.ContainsKey(name) || !_byName.TryGetValue(name, out Declaration? declaration)) continue;
                found.Add(name, declaration);
                open.Push(declaration);
            }
        }

        return found.Values.ToEquatableArray();
    }
}
