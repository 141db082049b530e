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
        if (!_signatures.ContainsKey(model.MetadataName)) LinkAll(model.MetadataName);
        return _signatures[model.MetadataName];
    }

    /// <summary>A way along nested models that comes back to where it began: the models on it, the first one once, and no shorter way; null where there is none.</summary>
    public IReadOnlyList<Declaration>? CycleThrough(Declaration model, ModelExpression use)
    {
        var nestedIn = new Dictionary<string, Declaration> { [use.Model.MetadataName] = model };
        var open = new Queue<string>([use.Model.MetadataName]);
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            if (name == model.Type.MetadataName) return [model, .. WayTo(name).Reverse()];
            if (find(name) is not { } declaration) continue;
            foreach (string next in declaration.Models.Select(nested => nested.Model.MetadataName).Where(next => !nestedIn.ContainsKey(next)))
            {
                nestedIn[next] = declaration;
                open.Enqueue(next);
            }
        }

        return null;

        IEnumerable<Declaration> WayTo(string name)
        {
            for (Declaration outer = nestedIn[name]; outer != model; outer = nestedIn[outer.Type.MetadataName]) yield return outer;
        }
    }

    /// <summary>
    /// Links a model behind all that it nests. A chain of models may be longer than the stack is deep, so that none is linked while another one is. What leads
    /// back to a model that waits is not to be found.
    /// </summary>
    private void LinkAll(string model)
    {
        var open = new Stack<string>([model]);
        while (open.Count > 0)
        {
            string name = open.Peek();
            Declaration? declaration = find(name);
            bool isNew = !_signatures.ContainsKey(name);
            if (isNew)
            {
                _signatures[name] = null;
                foreach (ModelReference nested in (declaration?.Models ?? []).Select(use => use.Model).Where(nested => nested.Signature is null && !_signatures.ContainsKey(nested.MetadataName)))
                    open.Push(nested.MetadataName);
            }
            else
            {
                open.Pop();
                if (declaration is not null && _signatures[name] is null) _signatures[name] = ModelSignature.Of(Linker.Link(declaration, this));
            }
        }
    }
}
