using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Linking;

/// <summary>The models that a model may nest, directly or not. Each is linked once, when it is asked for.</summary>
/// <param name="find">The declaration of a model of this project by its metadata name; null where there is none.</param>
internal sealed class ModelLibrary(Func<string, Declaration?> find)
{
    public static readonly ModelLibrary Empty = new(_ => null);

    private readonly Dictionary<string, ModelSignature?> _signatures = [];

    /// <summary>The signature of a model; null for one that is not at hand, or that nests itself.</summary>
    public ModelSignature? Find(ModelReference model)
    {
        if (model.Signature is not null) return model.Signature;
        if (_signatures.TryGetValue(model.MetadataName, out ModelSignature? signature)) return signature;

        // While it is linked, it is not to be found.
        _signatures[model.MetadataName] = null;
        return _signatures[model.MetadataName] = find(model.MetadataName) is { } declaration ? ModelSignature.Of(Linker.Link(declaration, this)) : null;
    }

    /// <summary>A walk along nested models that comes back to where it began: the models on it, the first one once; null where there is none.</summary>
    public IReadOnlyList<Declaration>? CycleThrough(Declaration model, ModelExpression use)
    {
        var seen = new HashSet<string>();
        return Walk(use.Model.MetadataName) is { } walk ? [model, .. walk] : null;

        IReadOnlyList<Declaration>? Walk(string name)
        {
            if (name == model.Type.MetadataName) return [];
            if (!seen.Add(name) || find(name) is not { } declaration) return null;
            foreach (ModelExpression next in declaration.Models)
            {
                if (Walk(next.Model.MetadataName) is { } rest) return [declaration, .. rest];
            }

            return null;
        }
    }
}
