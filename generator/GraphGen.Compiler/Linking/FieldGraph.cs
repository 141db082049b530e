using GraphGen.Compiler.Declarations;

namespace GraphGen.Compiler.Linking;

/// <summary>Which field's initializer names which other fields, itself or in a helper: the wiring before anything is evaluated.</summary>
internal sealed class FieldGraph
{
    private readonly Dictionary<string, FieldDeclaration> _fields = [];
    private readonly Dictionary<string, string[]> _references = [];
    private readonly ILookup<string, string> _readers;

    public FieldGraph(Declaration declaration)
    {
        foreach (FieldDeclaration field in declaration.Fields) _fields[field.Name] = field;
        var references = new References(declaration);
        foreach (FieldDeclaration field in declaration.Fields)
            _references[field.Name] = [.. references.Of(field.Initializer).Where(_fields.ContainsKey).Distinct()];
        _readers = _references.SelectMany(field => field.Value, (field, referred) => (Referred: referred, Reader: field.Key)).ToLookup(edge => edge.Referred, edge => edge.Reader);
        (Order, Cycles) = Sort(declaration.Fields);
    }

    /// <summary>The fields, each behind those that it refers to, otherwise in the order of declaration.</summary>
    public IReadOnlyList<FieldDeclaration> Order { get; }

    /// <summary>Each cycle as a walk along the data: every field feeds the next, and the last feeds the first.</summary>
    public IReadOnlyList<IReadOnlyList<FieldDeclaration>> Cycles { get; }

    public IReadOnlyList<string> ReferencesOf(string field) => _references[field];

    /// <summary>The fields from which a reference chain leads to one of the roots, and the roots.</summary>
    public HashSet<string> ReachedFrom(IEnumerable<string> roots) => Closure(roots, name => _references[name]);

    /// <summary>The fields that one of the roots feeds, directly or not, and the roots.</summary>
    public HashSet<string> FedBy(IEnumerable<string> roots) => Closure(roots, name => _readers[name]);

    private static HashSet<string> Closure(IEnumerable<string> roots, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(roots);
        var open = new Stack<string>(reached);
        while (open.Count > 0)
        {
            foreach (string name in next(open.Pop()))
            {
                if (reached.Add(name)) open.Push(name);
            }
        }

        return reached;
    }

    /// <summary>A depth-first search with a stack of its own, since a chain of fields may be longer than the thread's stack is deep.</summary>
    private (List<FieldDeclaration> Order, List<IReadOnlyList<FieldDeclaration>> Cycles) Sort(IReadOnlyList<FieldDeclaration> fields)
    {
        var order = new List<FieldDeclaration>();
        var cycles = new List<IReadOnlyList<FieldDeclaration>>();
        var done = new HashSet<string>();
        var path = new List<(string Name, int Next)>();
        var onPath = new HashSet<string>();
        foreach (FieldDeclaration root in fields)
        {
            Enter(root.Name);
            while (path.Count > 0)
            {
                (string name, int next) = path[path.Count - 1];
                if (next < _references[name].Length)
                {
                    path[path.Count - 1] = (name, next + 1);
                    Enter(_references[name][next]);
                }
                else
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(name);
                    done.Add(name);
                    order.Add(_fields[name]);
                }
            }
        }

        return (order, cycles);

        void Enter(string name)
        {
            if (done.Contains(name)) return;
            if (onPath.Add(name)) path.Add((name, 0));
            else cycles.Add(CycleFrom(path.FindIndex(step => step.Name == name)));
        }

        // The path runs from reader to what it reads, and a cycle is told along the data, from its first field in the source on.
        IReadOnlyList<FieldDeclaration> CycleFrom(int start)
        {
            List<FieldDeclaration> cycle = [.. path.Skip(start).Select(step => _fields[step.Name])];
            cycle.Reverse();
            int first = cycle.IndexOf(fields.First(cycle.Contains));
            return [.. cycle.Skip(first), .. cycle.Take(first)];
        }
    }
}
