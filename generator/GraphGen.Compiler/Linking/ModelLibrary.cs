using System.Runtime.CompilerServices;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Linking;

/// <summary>The models that a model may nest, directly or not. Each is linked once, when it is asked for.</summary>
/// <param name="find">The declaration of a model of this project by its metadata name; null where there is none.</param>
internal sealed class ModelLibrary(Func<string, Declaration?> find)
{
    public static readonly ModelLibrary Empty = new(_ => null);

    /// <summary>
    /// Signatures of declarations that live still: each model of a chain asks for those of all below it, and linking them anew for each would take a minute for some
    /// hundreds of models. A signature follows from the declaration and the signatures of what it nests, and from nothing else.
    /// </summary>
    private static readonly ConditionalWeakTable<Declaration, Known> s_known = new();

    private readonly Dictionary<string, ModelSignature?> _signatures = [];

    private readonly Dictionary<string, Declaration?> _declared = [];

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
            if (Declared(name) is not { } declaration) continue;
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
    /// Links a model behind all that it nests. A chain of models may be longer than the stack is deep, so that none is linked while another one is. Those of a circle
    /// are not linked at all.
    /// </summary>
    private void LinkAll(string model)
    {
        var open = new Stack<string>([model]);
        var path = new List<string>();
        var circular = new HashSet<string>();
        while (open.Count > 0)
        {
            string name = open.Peek();
            if (!_signatures.ContainsKey(name))
            {
                _signatures[name] = null;
                path.Add(name);
                foreach (string nested in NestedIn(name))
                {
                    if (path.IndexOf(nested) is >= 0 and var first) circular.UnionWith(path.Skip(first));
                    if (!_signatures.ContainsKey(nested)) open.Push(nested);
                }
            }
            else
            {
                open.Pop();
                if (path.Count == 0 || path[path.Count - 1] != name) continue;
                path.RemoveAt(path.Count - 1);
                if (!circular.Contains(name) && Declared(name) is { } declaration) _signatures[name] = SignatureOf(declaration);
            }
        }
    }

    private Declaration? Declared(string name) => _declared.TryGetValue(name, out Declaration? declaration) ? declaration : _declared[name] = find(name);

    private IEnumerable<string> NestedIn(string name) => (Declared(name)?.Models ?? []).Where(use => use.Model.Signature is null).Select(use => use.Model.MetadataName);

    private ModelSignature SignatureOf(Declaration declaration)
    {
        ModelSignature?[] nested = [.. declaration.Models.Select(use => Find(use.Model))];
        if (s_known.TryGetValue(declaration, out Known? known) && known.Nested.Length == nested.Length && known.Nested.Zip(nested, ReferenceEquals).All(same => same)) return known.Signature;
        ModelSignature signature = ModelSignature.Of(Linker.Link(declaration, this));
        s_known.Remove(declaration);
        s_known.GetValue(declaration, _ => new Known(nested, signature));
        return signature;
    }

    private sealed record Known(ModelSignature?[] Nested, ModelSignature Signature);
}
